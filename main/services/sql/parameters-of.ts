import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';

/** A value of a spec that is one number or one word. */
export interface FlatParameter {
  /** Such as `emission.halving.period`, or `agents.providers.hurdle.median` for a part of a distribution. */
  readonly path: string;
  readonly value: number | string;
}

/** Every parameter of a spec; of a distribution each part; series and tables are left out, since they are no one value. */
export const parametersOf = ({ mechanisms }: ScenarioSpec): readonly FlatParameter[] =>
  mechanisms.flatMap(({ id, parameters }) =>
    Object.entries(parameters).flatMap(([name, value]) => flat(`${id}.${name}`, value)),
  );

function flat(path: string, value: unknown): readonly FlatParameter[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (!('kind' in value)) return [];
  return Object.entries(value).flatMap(([part, inner]) => flat(`${path}.${part}`, inner));
}
