import type { JobKind } from '../../../main/api/jobs/experiment-asked.ts';
import type { JobChoices, NumberChoice, ParameterChoice } from '../../../main/api/jobs/jobs-api.ts';
import type { ExploreForm, FormFactor } from './explore-form.ts';

/** A form that can be started as it is: parameters, ranges and results that most people would try first. */
export function firstForm(
  kind: JobKind,
  choices: JobChoices,
  mattering: readonly string[] = [],
): ExploreForm {
  return {
    seeds: seedsOf[kind],
    measures: [...measuresOf(kind, choices)],
    factors: firstFactors(kind, choices, mattering).map((choice) => factorFor(choice, kind)),
    which: kind === 'sensitivity' ? 'all-unsourced' : kind === 'flip' ? 'all' : 'named',
    combine: 'factorial',
    cases: '64',
    budget: kind === 'sensitivity' ? screeningBudget(choices) : budgetOf[kind],
    method: 'auto',
    goals: goalsOf(choices),
    verdict: choices.verdicts[0]?.id ?? '',
    holdOut: '25%',
  };
}

const seedsOf: Readonly<Record<JobKind, string>> = {
  ...{ sweep: '1..8', sensitivity: '1..2', optimise: '1..8', calibrate: '1..8', flip: '1..9' },
};
const budgetOf: Readonly<Record<JobKind, string>> = {
  ...{ sweep: '', sensitivity: '', optimise: '600', calibrate: '600', flip: '400' },
};

/** Runs that pay for a screening of all assumptions on two seeds: five walks, rounded up. */
function screeningBudget({ parameters }: JobChoices): string {
  const varied = parameters.filter(
    (each) => each.kind === 'number' && each.unsourced && each.usual !== undefined,
  );
  const runs = 2 * (5 * (varied.length + 1) + 1);
  return `${Math.max(200, Math.ceil(runs / 100) * 100)}`;
}

const looked = ['providers.active', 'network.coverage', 'market.price'];

function measuresOf(kind: JobKind, { metrics, verdicts }: JobChoices): readonly string[] {
  const metric = looked.find((id) => metrics.some((each) => each.id === id)) ?? metrics[0]?.id;
  const first = metric === undefined ? [] : [`${metric}@end`];
  const verdict = verdicts[0]?.id;
  return kind === 'sweep' && verdict !== undefined ? [...first, verdict] : first;
}

function goalsOf({ metrics, verdicts }: JobChoices): readonly string[] {
  const has = (id: string): boolean => metrics.some((each) => each.id === id);
  const first = has('providers.active') ? 'providers.active' : metrics[0]?.id;
  const second = has('supply.circulating') ? ['minimise supply.circulating@end'] : [];
  const verdict = verdicts[0]?.id;
  return [
    ...(first === undefined ? [] : [`maximise ${first}@end`]),
    ...second,
    ...(verdict === undefined ? [] : [`subject to ${verdict} with P >= 0.5`]),
  ];
}

/** Slots whose numbers are rules that a network sets itself, and those that are beliefs about people. */
const rules = ['emission', 'reward', 'settlement', 'staking'];
const beliefs = ['agents.providers', 'supply', 'demand', 'market', 'agents'];

function firstFactors(
  kind: JobKind,
  { parameters }: JobChoices,
  mattering: readonly string[],
): readonly NumberChoice[] {
  const numbers = parameters
    .filter((each) => each.kind === 'number')
    .filter(({ usual, unit }) => usual !== undefined && !unit.includes('row'));
  const of = (slots: readonly string[]) =>
    slots.flatMap((slot) =>
      numbers.filter(({ path, unsourced }) => unsourced && path.startsWith(`${slot}.`)),
    );
  const ruled = numbers.filter(({ path }) => rules.some((slot) => path.startsWith(`${slot}.`)));
  const known = mattering.flatMap((path) => numbers.filter((each) => each.path === path));
  if (kind === 'optimise') return distinct([...of(rules), ...ruled, ...numbers]).slice(0, 2);
  if (kind === 'calibrate') return distinct([...known, ...of(beliefs), ...numbers]).slice(0, 2);
  if (kind === 'sweep') return distinct([...known, ...of([...rules, ...beliefs]), ...numbers]).slice(0, 1);
  return [];
}

const distinct = (choices: readonly NumberChoice[]): readonly NumberChoice[] => [...new Set(choices)];

/** A parameter in a form, with the range that is declared or usual for it. */
export function factorFor(choice: ParameterChoice, kind: JobKind): FormFactor {
  const { path, label } = choice;
  const empty = { path, label, min: '', max: '', steps: '5', ratios: false, values: '' };
  if (choice.kind === 'option') return { ...empty, as: 'values', values: choice.options.join(', ') };
  const { usual, min, max, value } = choice;
  const range = usual ?? { min: min ?? value - 1, max: max ?? value + 1, scale: 'linear' };
  return {
    ...empty,
    as: 'range',
    min: plain(range.min),
    max: plain(range.max),
    // In equal ratios the value that the scenario has is in the middle.
    ratios: kind !== 'sweep' && range.scale === 'log',
  };
}

/** A number as a person would write it: four digits that matter. */
const plain = (value: number): string => `${Number(value.toPrecision(4))}`;
