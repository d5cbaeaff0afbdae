import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import { changeOf } from '../relative-change.ts';
import type { Side, SideParameter } from './side.ts';

/** A parameter as each side has it. */
export interface ParameterRow {
  readonly path: string;
  readonly label: string;
  readonly cells: readonly ParameterCell[];
  readonly differs: boolean;
}

export interface ParameterCell {
  /** In words; absent where the scenario does not use the mechanism. */
  readonly shown?: string;
  /** From the base: new over old, less 1; absent where they are not both numbers, or the old one is 0. */
  readonly change?: number;
  readonly origin?: SideParameter['origin'];
}

/** Every parameter of any side, in the order of the first that has it; the time first. */
export function parameterRows(sides: readonly Side[]): readonly ParameterRow[] {
  const labels = new Map<string, string>();
  for (const { parameters } of sides)
    for (const { path, label } of parameters) if (!labels.has(path)) labels.set(path, label);
  const byPath = sides.map(({ parameters }) => new Map(parameters.map((each) => [each.path, each])));
  const rows = [...labels].map(([path, label]): ParameterRow => {
    const values = sides.map(({ spec }) => valueAt(spec, path));
    const spelled = values.map((value) => JSON.stringify(value));
    return {
      path,
      label,
      differs: new Set(spelled).size > 1,
      cells: sides.map((_, side) => {
        const parameter = byPath[side]?.get(path);
        if (parameter === undefined) return {};
        const { shown, origin } = parameter;
        return { shown, origin, ...changeOf(shown, values[0], values[side]) };
      }),
    };
  });
  return [...timeRows(sides), ...rows];
}

function timeRows(sides: readonly Side[]): readonly ParameterRow[] {
  const starts = sides.map(({ spec }) => isoDay(spec.startDay));
  const [first] = sides;
  return [
    {
      ...{ path: 'start', label: 'First day', differs: new Set(starts).size > 1 },
      cells: starts.map((shown) => ({ shown })),
    },
    {
      ...{ path: 'horizon', label: 'Length' },
      differs: sides.some(({ spec }) => spec.ticks !== first?.spec.ticks),
      cells: sides.map(({ spec }) => ({
        shown: quantity(spec.ticks, 'day'),
        ...changeOf('', first?.spec.ticks, spec.ticks),
      })),
    },
  ];
}

/** The value of a path such as `emission.halving.period`: the mechanism's id may hold dots. */
function valueAt({ mechanisms }: ScenarioSpec, path: string): unknown {
  const use = mechanisms.find(({ id }) => path.startsWith(`${id}.`));
  return use?.parameters[path.slice(use.id.length + 1)];
}
