import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import type { ParameterView } from '../../../../main/api/scenarios/scenarios-api.ts';
import type { Parameter } from '../../../../sim-core/contract/parameter.ts';
import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';
import { quantity } from '../../../ui/number-format.ts';
import { isoDay } from '../../../ui/time-format.ts';
import { sameValue } from './value-kind.ts';

/** A parameter as the form shows it. */
export interface FormRow extends Omit<ParameterView, 'origin'> {
  readonly declared: Parameter;
  /** Where the value comes from; absent where nobody has to say. */
  readonly origin?: ParameterView['origin'];
  /** As the base has it; absent where the base does not use its mechanism. */
  readonly base?: Pick<ParameterView, 'value' | 'shown'>;
  readonly changed: boolean;
}

export interface FormGroup {
  /** Of the mechanism; `time` for start and length. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly FormRow[];
}

/** Longest run that a scenario may ask for, in days. */
const longest = 36_500;

const start: Parameter = {
  ...{ kind: 'date', label: 'First day', unit: 'date', default: 0 },
  why: 'The day on which the simulation begins; data files have to reach it.',
};
const horizon: Parameter = {
  ...{
    kind: 'number',
    label: 'Length',
    unit: 'day',
    min: 1,
    max: longest,
    default: 730,
    step: 30,
    integer: true,
  },
  why: 'How many days are simulated. Longer runs take more time.',
};

/** When the scenario begins and how long it runs. */
export function timeGroup(now: ScenarioSpec, base: ScenarioSpec): FormGroup {
  const row = (
    path: string,
    declared: Parameter,
    value: number,
    was: number,
    words: (value: number) => string,
  ): FormRow => ({
    ...{
      path,
      declared,
      label: declared.label,
      unit: declared.unit,
      why: declared.why,
      value,
      shown: words(value),
    },
    ...{ base: { value: was, shown: words(was) }, changed: value !== was },
  });
  return {
    ...{ id: 'time', title: 'Time', summary: 'When the simulation begins and how long it runs.' },
    rows: [
      row('start', start, now.startDay, base.startDay, isoDay),
      row('horizon', horizon, now.ticks, base.ticks, (days) => quantity(days, 'day')),
    ],
  };
}

/** The parameters of a scenario by mechanism, in the order of the scenario, each beside what the base says. */
export function formGroups(
  parameters: readonly ParameterView[],
  base: readonly ParameterView[],
  mechanisms: readonly MechanismView[],
): readonly FormGroup[] {
  const known = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
  const before = new Map(base.map((parameter) => [parameter.path, parameter]));
  const groups = new Map<string, FormGroup & { readonly rows: FormRow[] }>();
  for (const parameter of parameters) {
    const dot = parameter.path.lastIndexOf('.');
    const mechanism = known.get(parameter.path.slice(0, dot));
    const declared = mechanism?.parameters[parameter.path.slice(dot + 1)];
    if (mechanism === undefined || declared === undefined) continue;
    const { id, title, summary } = mechanism;
    const group = groups.get(id) ?? { id, title, summary, rows: [] };
    groups.set(id, group);
    const was = before.get(parameter.path);
    const changed = was === undefined || !sameValue(was.value, parameter.value);
    group.rows.push({ ...parameter, declared, changed, ...(was === undefined ? {} : { base: was }) });
  }
  return [...groups.values()];
}

/** Groups with the rows that hold every word, in any of their texts. */
export function searchGroups(groups: readonly FormGroup[], query: string): readonly FormGroup[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return groups;
  return keepRows(groups, ({ path, label, unit, why, shown }, { title }) => {
    const text = `${path} ${label} ${unit} ${why} ${shown} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Groups with the rows that are wanted; those without any are left out. */
export const keepRows = (
  groups: readonly FormGroup[],
  wanted: (row: FormRow, group: FormGroup) => boolean,
): readonly FormGroup[] =>
  groups.flatMap((group) => {
    const rows = group.rows.filter((row) => wanted(row, group));
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });

/** Words that the file holds where nobody gave a reason for a value. */
export const withoutReason = 'Set by hand.';

/** Whether someone published the value, someone said why it is plausible, or nobody said anything. */
export function standingOf(origin: ParameterView['origin']): 'source' | 'assumption' | 'none' {
  if (origin.kind === 'source') return 'source';
  return origin.because.trim() === withoutReason ? 'none' : 'assumption';
}
