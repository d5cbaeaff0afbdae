import { type Measure, parseMeasure } from '../../../sim-core/analysis/measure.ts';
import { type ReadyMeasure, readyMeasure } from '../../../sim-core/analysis/measure-of.ts';
import type { Described } from '../../../sim-core/contract/engine.ts';
import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import type { Placed } from '../../../sim-core/scenario/experiment/placed.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';

/** A measure as it was written. */
export interface NamedMeasure {
  readonly name: string;
  readonly measure: Measure;
}

/** What is looked at first where nothing is asked for: these on the last day, and every verdict. */
const first = ['providers.active', 'market.price', 'supply.circulating', 'demand.served', 'network.coverage'];

/** A case that may answer a measure. */
export interface Answering {
  readonly spec: ScenarioSpec;
  readonly described: Described;
}

/**
 * The measures that were asked for, or those that are looked at first. Throws `measure.*`, with the place, where one cannot be
 * read, or none of the cases (there is at least one) can answer it.
 */
export function measuresFor(
  cases: readonly [Answering, ...Answering[]],
  written: readonly Placed[],
): readonly NamedMeasure[] {
  if (written.length === 0) return usualMeasures(cases);
  return written.map(({ text, where }) => {
    try {
      const measure = parseMeasure(text);
      const named = { name: text, measure };
      if (!cases.some(({ spec, described }) => readyIn(spec, described, named) !== undefined))
        ready(cases[0].spec, cases[0].described, measure);
      return named;
    } catch (thrown) {
      throw new StudioError({ ...toProblem(thrown), where });
    }
  });
}

function usualMeasures(cases: readonly [Answering, ...Answering[]]): readonly NamedMeasure[] {
  const known = cases[0].described.metrics.map(({ id }) => id);
  const usual = first.filter((id) => known.includes(id));
  const metrics = (usual.length > 0 ? usual : known).map((id) => `${id}@end`);
  const named = (name: string): NamedMeasure => ({ name, measure: parseMeasure(name) });
  const answered = verdicts
    .map(({ id }) => named(id))
    .filter((verdict) =>
      cases.some(({ spec, described }) => readyIn(spec, described, verdict) !== undefined),
    );
  return [...metrics.map(named), ...answered];
}

/** A measure of a case; undefined where that case has no such metric, or not that day. */
export function readyIn(
  spec: ScenarioSpec,
  described: Described,
  { measure }: NamedMeasure,
): ReadyMeasure | undefined {
  try {
    return ready(spec, described, measure);
  } catch {
    return undefined;
  }
}

const ready = ({ startDay, ticks }: ScenarioSpec, { metrics }: Described, measure: Measure): ReadyMeasure =>
  readyMeasure(measure, { metrics, startDay, ticks, rules: verdicts }, suggestion);
