import path from 'node:path';
import { nodeFiles } from '../../main/ports/node-files.ts';
import type { MechanismUse, ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { describedOf, simulate } from '../../sim-core/engine.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';

/** Parameters that differ from the scenario's, by mechanism. */
export type Given = Readonly<Record<string, MechanismUse['parameters']>>;

/** A metric of a finished run, a value a day. */
export type Run = (metric: string) => readonly number[];

/** The spec of a scenario file, with some parameters changed. */
export async function specOf(folder: string, name: string, given: Given): Promise<ScenarioSpec> {
  const read = (file: string, limit: number) => nodeFiles.read(path.join(folder, ...file.split('/')), limit);
  const opened = await openScenario(read, name, name);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { spec } = opened.document;
  const mechanisms = spec.mechanisms.map((use) => ({
    ...use,
    parameters: { ...use.parameters, ...given[use.id] },
  }));
  return { ...spec, mechanisms };
}

export function run(spec: ScenarioSpec, seed: string): Run {
  const ticks = simulate(spec, seed);
  let next = ticks.next();
  while (!next.done) next = ticks.next();
  const { columns } = next.value;
  const ids = describedOf(spec).metrics.map(({ id }) => id);
  return (metric) => Array.from(columns[ids.indexOf(metric)] ?? []);
}

export const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export const mean = (values: readonly number[]): number => total(values) / values.length;

/** The days of the n-th year, from 1. */
export const year = (values: readonly number[], n: number): readonly number[] =>
  values.slice(365 * (n - 1), 365 * n);

/** Of the days that have a value; infinite if none has. */
export const median = (values: readonly number[]): number =>
  values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)[Math.floor(values.length / 2)] ??
  Number.POSITIVE_INFINITY;
