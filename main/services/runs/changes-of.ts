import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { ManifestParameter } from '../../../sim-core/results/manifest.ts';
import type { RunChange } from '../../api/runs/runs-api.ts';

/** A spec, and its values in words. */
export interface Worded {
  readonly spec: ScenarioSpec;
  readonly parameters: readonly Pick<ManifestParameter, 'path' | 'shown'>[];
}

/**
 * What a run has differently from its base: time, mechanisms that only one of them has (without their parameters), and
 * parameters whose values differ, in words.
 */
export function changesOf(base: Worded, run: Worded): readonly RunChange[] {
  const time = [
    { path: 'start', from: isoDate(base.spec.startDay), to: isoDate(run.spec.startDay) },
    { path: 'horizon', from: `${base.spec.ticks} day`, to: `${run.spec.ticks} day` },
  ].filter(({ from, to }) => from !== to);
  return [...time, ...mechanismChanges(base.spec, run.spec), ...parameterChanges(base, run)];
}

function mechanismChanges(base: ScenarioSpec, run: ScenarioSpec): readonly RunChange[] {
  const has = ({ mechanisms }: ScenarioSpec, id: string) => mechanisms.some((use) => use.id === id);
  return [
    ...base.mechanisms.filter(({ id }) => !has(run, id)).map(({ id }) => ({ path: id, from: 'acts' })),
    ...run.mechanisms.filter(({ id }) => !has(base, id)).map(({ id }) => ({ path: id, to: 'acts' })),
  ];
}

function parameterChanges(base: Worded, run: Worded): readonly RunChange[] {
  const before = new Map(base.parameters.map(({ path, shown }) => [path, shown]));
  const after = new Map(run.parameters.map(({ path, shown }) => [path, shown]));
  return run.spec.mechanisms.flatMap(({ id, parameters }) => {
    const other = base.spec.mechanisms.find((use) => use.id === id);
    if (other === undefined) return [];
    return Object.entries(parameters).flatMap(([name, value]): RunChange[] => {
      const path = `${id}.${name}`;
      if (JSON.stringify(value) === JSON.stringify(other.parameters[name])) return [];
      const [from = 'other', to = 'other'] = [before.get(path), after.get(path)];
      // A table is told by its rows alone.
      return [{ path, from, to: from === to ? `${to} (other values)` : to }];
    });
  });
}
