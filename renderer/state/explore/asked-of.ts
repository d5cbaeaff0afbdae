import type {
  ExperimentAsked,
  FactorAsked,
  JobAsked,
  JobKind,
} from '../../../main/api/jobs/experiment-asked.ts';
import type { FieldProblem } from '../../../main/api/jobs/jobs-api.ts';
import { type ExploreForm, exploreTabs, type FormFactor } from './explore-form.ts';

export type FormRead =
  | { readonly ok: true; readonly asked: JobAsked }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** The experiment that a form asks of a scenario's text, or what in it is no number. The rest is checked where it is carried out. */
export function askedOf(
  kind: JobKind,
  scenario: { readonly id: string; readonly title: string; readonly text: string },
  form: ExploreForm,
): FormRead {
  const problems: FieldProblem[] = [];
  const number = (text: string, field: readonly string[], what: string): number => {
    const value = Number(text.trim().replaceAll(/[\s_]/g, ''));
    if (text.trim() !== '' && Number.isFinite(value)) return value;
    const message = text.trim() === '' ? `${what} is empty.` : `${what} is "${text}", which is no number.`;
    problems.push({ code: 'form.number', message, hint: 'Write a number such as 12 or 0.5.', field });
    return 0;
  };
  const parts = partsOf[kind](form, number);
  if (kind === 'calibrate' && form.record === undefined)
    problems.push({ code: 'form.record', message: 'Choose a CSV file to begin.', field: ['fit', 'data'] });
  if (needsFactors(kind, form) && form.factors.length === 0)
    problems.push({ code: 'form.factors', message: 'Choose at least one parameter.', field: ['factors'] });
  if (problems.length > 0) return { ok: false, problems };
  const { id, title, text } = scenario;
  const experiment = {
    title: `${titleOf[kind](form)}, ${title}`.slice(0, 200),
    question: exploreTabs.find((each) => each.kind === kind)?.asks ?? kind,
    seeds: form.seeds.trim(),
    ...parts,
  };
  return {
    ok: true,
    asked: {
      ...{ kind, scenario: id, text, experiment },
      ...(kind === 'optimise' ? { budget: Number(form.budget) } : {}),
      ...(kind === 'calibrate' && form.record !== undefined ? { record: form.record } : {}),
    },
  };
}

/** What distinguishes an experiment from others of its kind. */
const titleOf: Readonly<Record<JobKind, (form: ExploreForm) => string>> = {
  sweep: ({ factors }) => `Sweep of ${factors.map(({ label }) => label).join(', ')}`,
  sensitivity: ({ measures }) => `What moves ${measures[0] ?? 'it'}`,
  optimise: ({ goals }) => `Search: ${goals.find((goal) => goal.trim() !== '') ?? 'no goal'}`,
  calibrate: ({ record }) => `Fit to ${record?.name ?? 'a record'}`,
  flip: ({ verdict }) => `Distance of "${verdict}" from turning`,
};

const needsFactors = (kind: JobKind, { which }: ExploreForm): boolean =>
  (kind !== 'sensitivity' && kind !== 'flip') || which === 'named';

type ReadNumber = (text: string, field: readonly string[], what: string) => number;
type Parts = Omit<ExperimentAsked, 'title' | 'question' | 'seeds'>;

const partsOf: Readonly<Record<JobKind, (form: ExploreForm, number: ReadNumber) => Parts>> = {
  sweep({ measures, factors, combine, cases }, number) {
    const spread = combine === 'latin-hypercube';
    const runs = spread ? { runs: number(cases, ['design', 'runs'], 'The number of cases') } : {};
    const parameters = factorsOf(factors, ['design', 'parameters'], number, spread ? 'whole' : 'steps');
    return { measure: measures, design: { kind: combine, ...runs, parameters } };
  },
  sensitivity({ measures, factors, which, budget, method }, number) {
    return {
      measure: measures.slice(0, 1),
      sensitivity: {
        factors: which === 'named' ? factorsOf(factors, ['sensitivity', 'factors'], number, 'whole') : which,
        budget: number(budget, ['sensitivity', 'budget'], 'The number of runs'),
        ...(method === 'auto' ? {} : { method }),
      },
    };
  },
  optimise({ factors, goals, budget }, number) {
    number(budget, ['budget'], 'The number of runs');
    return {
      design: {
        // Only its ranges are read: the search chooses its points itself.
        kind: 'one-at-a-time',
        parameters: factorsOf(factors, ['design', 'parameters'], number, 'whole'),
      },
      goals: goals.filter((sentence) => sentence.trim() !== ''),
    };
  },
  calibrate({ factors, columns = {}, dateColumn, dates, holdOut, budget }, number) {
    const used = Object.entries(columns).filter(([, is]) => is !== '' && is !== 'date');
    return {
      fit: {
        columns: Object.fromEntries(used),
        factors: factorsOf(factors, ['fit', 'factors'], number, 'whole'),
        ...(holdOut.trim() === '' ? {} : { holdOut: holdOut.trim() }),
        ...(dateColumn === undefined ? {} : { dateColumn }),
        ...(dates === undefined ? {} : { dates }),
        budget: number(budget, ['fit', 'budget'], 'The number of runs'),
      },
    };
  },
  flip({ verdict, factors, which, budget }, number) {
    return {
      flip: {
        verdict,
        ...(which === 'named' ? { factors: factorsOf(factors, ['flip', 'factors'], number, 'whole') } : {}),
        budget: number(budget, ['flip', 'budget'], 'The number of runs'),
      },
    };
  },
};

/** A range is tried at its steps, or anywhere between its ends. */
type Ranges = 'steps' | 'whole';

function factorsOf(
  factors: readonly FormFactor[],
  within: readonly string[],
  number: ReadNumber,
  ranges: Ranges,
): Readonly<Record<string, FactorAsked>> {
  const entries = factors.map((factor): readonly [string, FactorAsked] => {
    const { path, as, min, max, steps, ratios, values } = factor;
    const field = [...within, path];
    if (as === 'values') return [path, { values: listed(values) }];
    return [
      path,
      {
        min: number(min, [...field, 'min'], 'From'),
        max: number(max, [...field, 'max'], 'To'),
        ...(ratios ? { scale: 'log' as const } : {}),
        ...(ranges === 'steps' ? { steps: number(steps, [...field, 'steps'], 'Steps') } : {}),
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** Commas inside brackets do not part values. */
function listed(text: string): readonly string[] {
  const values = [''];
  let depth = 0;
  for (const letter of text) {
    if ('[{('.includes(letter)) depth += 1;
    if (']})'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) values.push('');
    else values[values.length - 1] += letter;
  }
  return values.map((value) => value.trim()).filter((value) => value !== '');
}
