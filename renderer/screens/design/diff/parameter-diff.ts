import type { ParameterView } from '../../../../main/api/scenarios/scenarios-api.ts';
import { changeOf } from '../../../state/relative-change.ts';
import { sameValue } from '../form/value-kind.ts';

/** A parameter that is not what it is in the base. */
export interface Difference {
  readonly path: string;
  readonly label: string;
  /** In words; absent on the side whose scenario does not use the mechanism. */
  readonly before?: string;
  readonly after?: string;
  /** New over old, less 1; absent where they are not both numbers, or the old one is 0. */
  readonly change?: number;
  /** Absent where nobody has to say. */
  readonly origin?: ParameterView['origin'];
}

/** What differs, in the order of the scenario; then what it no longer has. */
export function parameterDiff(
  base: readonly ParameterView[],
  now: readonly ParameterView[],
): readonly Difference[] {
  const before = new Map(base.map((parameter) => [parameter.path, parameter]));
  const after = new Map(now.map((parameter) => [parameter.path, parameter]));
  const changed = now.flatMap((parameter): Difference[] => {
    const was = before.get(parameter.path);
    if (was !== undefined && sameValue(was.value, parameter.value)) return [];
    const { path, label, shown, origin } = parameter;
    return [
      {
        ...{ path, label, after: shown, origin },
        ...(was === undefined ? {} : { before: was.shown }),
        ...changeOf(shown, was?.value, parameter.value),
      },
    ];
  });
  const gone = base
    .filter(({ path }) => !after.has(path))
    .map(({ path, label, shown, origin }): Difference => ({ path, label, before: shown, origin }));
  return [...changed, ...gone];
}
