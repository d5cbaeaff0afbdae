import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import type { Parameter, ParameterValue } from '../../../sim-core/contract/parameter.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Assignment } from '../../../sim-core/scenario/set-parameter.ts';
import { setAll } from '../../../sim-core/scenario/set-parameter.ts';
import { commandLine } from '../results/command-line.ts';
import type { KeptResult } from '../results/kept-result.ts';
import type { About } from './about-file.ts';
import type { FoundScenario } from './find-base.ts';

/**
 * A line for a shell that computes a run again: the one that made it, the text that is kept beside it, or its scenario with the
 * values that differ. Absent where none of these comes to the same spec.
 */
export function commandToRepeat(
  { folder, manifest }: KeptResult,
  { text }: About,
  scenario: FoundScenario | undefined,
  engine: Engine,
): string | undefined {
  if (manifest.command !== undefined) return manifest.command;
  const seeds = ['--seeds', seedsText(manifest.seeds)];
  if (text !== undefined) return commandLine(['run', path.join(folder, ...text.split('/')), ...seeds]);
  if (scenario === undefined) return undefined;
  const set = assignments(scenario.document, manifest.spec);
  const made = setAll(scenario.document, set);
  // Under overlays more mechanisms act than `--set` knows of: what they are laid over is told all the same.
  const same = made.ok && engine.specDigest(made.document.spec) === manifest.specDigest;
  if (!same && manifest.overlays.length === 0) return undefined;
  return commandLine([
    ...['run', scenario.called],
    ...manifest.overlays.flatMap((overlay) => ['--overlay', overlay]),
    ...set.flatMap(({ path: at, written }) => ['--set', `${at}=${written}`]),
    ...seeds,
  ]);
}

/** `1..8` where they follow each other, else a list. */
function seedsText(seeds: readonly string[]): string {
  const first = Number(seeds[0]);
  const follow = seeds.length > 1 && seeds.every((seed, index) => seed === `${first + index}`);
  return follow ? `${first}..${first + seeds.length - 1}` : seeds.join(',');
}

/** Values that a spec has differently from its scenario, as `--set` takes them. */
function assignments(
  { spec: base, declared }: ScenarioDocument,
  spec: KeptResult['manifest']['spec'],
): readonly Assignment[] {
  const time = [
    ...(base.ticks === spec.ticks ? [] : [{ path: 'horizon', written: `${spec.ticks} day` }]),
    ...(base.startDay === spec.startDay ? [] : [{ path: 'start', written: isoDate(spec.startDay) }]),
  ];
  const values = spec.mechanisms.flatMap(({ id, parameters }) => {
    const before = base.mechanisms.find((use) => use.id === id)?.parameters;
    const rules = declared.find((each) => each.id === id)?.parameters ?? {};
    if (before === undefined) return [];
    return Object.entries(parameters).flatMap(([name, value]): Assignment[] => {
      const rule = rules[name];
      if (rule === undefined || JSON.stringify(before[name]) === JSON.stringify(value)) return [];
      return [{ path: `${id}.${name}`, written: writtenOf(value, rule) }];
    });
  });
  return [...time, ...values];
}

/** A value as a person writes it; tables and columns of files have no such spelling, and are found out by the digest. */
function writtenOf(value: ParameterValue, { kind }: Parameter): string {
  if (typeof value === 'number') return kind === 'date' ? isoDate(value) : `${value}`;
  if (typeof value === 'string') return value;
  if (!('kind' in value) || typeof value.kind !== 'string') return JSON.stringify(value);
  const { kind: shape, ...parts } = value;
  if (shape === 'fixed' && 'value' in parts) return `${parts.value}`;
  const fields = Object.entries(parts).map(([name, part]) => `${name}: ${part}`);
  return `{${shape}: {${fields.join(', ')}}}`;
}
