import { StudioError } from '../../contract/errors.ts';
import type { BatchResult, SeedResult } from '../../contract/run.ts';
import type { VerdictRule } from '../../contract/verdict-rule.ts';
import { parseMeasure } from '../measure.ts';
import { type ReadyMeasure, readyMeasure, type Suggest } from '../measure-of.ts';
import { canAnswer, verdictInSeed } from '../verdict-in-seed.ts';
import { wilson } from '../wilson.ts';
import { type GroupGains, groupGainsOf, groupQuestions } from './group-gains.ts';
import { meanOf, type PairedDifference, pairedDifference } from './paired-difference.ts';
import { type PairedFlips, pairedFlips } from './paired-flips.ts';

/** A run to compare: its batch with columns and breakdowns, and what people call it. */
export interface Compared {
  readonly label: string;
  readonly batch: BatchResult;
}

export interface ComparedMeasure {
  /** As it was written, such as `providers.active@36mo`. */
  readonly written: string;
  readonly title: string;
  readonly unit: string;
  /** Mean over the common seeds, one a run; NaN where a run does not report it. */
  readonly means: readonly number[];
  /** Of each run but the first from the first; undefined where one of the two does not report it. */
  readonly differences: readonly (PairedDifference | undefined)[];
}

export interface ComparedVerdict {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** One a run; undefined where the run cannot answer it. */
  readonly held: readonly (VerdictShare | undefined)[];
  readonly flips: readonly (PairedFlips | undefined)[];
}

export interface VerdictShare {
  readonly held: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** Two or more runs of the same seeds, each held against the first. */
export interface Comparison {
  readonly labels: readonly string[];
  /** Seeds that finished in all. */
  readonly seeds: readonly string[];
  readonly measures: readonly ComparedMeasure[];
  readonly verdicts: readonly ComparedVerdict[];
  /** One list a run but the first. */
  readonly gains: readonly (readonly GroupGains[])[];
}

export interface Question {
  /** Measures as they are written; those that only some runs report are told for those. */
  readonly measures: readonly string[];
  readonly rules: readonly VerdictRule[];
  readonly suggest: Suggest;
}

/**
 * Compares runs seed by seed. Throws `compare.no-common-seeds`, or a `measure.*` error where no run reports a measure or it
 * lies outside one.
 */
export function compareBatches(runs: readonly Compared[], question: Question): Comparison {
  const steps = comparisonSteps(runs, question);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few milliseconds, for a page that has to stay free meanwhile. */
export function* comparisonSteps(
  runs: readonly Compared[],
  { measures, rules, suggest }: Question,
): Generator<void, Comparison> {
  const seeds = commonSeeds(runs);
  const columns = runs.map(({ batch }) => resultsOf(batch, seeds));
  const base = runs[0];
  const compared: ComparedMeasure[] = [];
  for (const written of measures) {
    compared.push(comparedMeasure(written, runs, columns, { rules, suggest }));
    yield;
  }
  const verdicts: ComparedVerdict[] = [];
  for (const rule of rules) {
    const answers: Answers[] = [];
    for (const [run, { batch }] of runs.entries()) {
      answers.push(answersOf(rule, batch, columns[run]));
      yield;
    }
    verdicts.push(...comparedVerdict(rule, answers));
  }
  const gains: (readonly GroupGains[])[] = [];
  for (const [i, { batch }] of runs.slice(1).entries()) {
    const pairs = columns[0].map((seed, row) => [seed, columns[i + 1][row]] as const);
    const found: GroupGains[] = [];
    for (const asked of groupQuestions(base.batch)) {
      found.push(...groupGainsOf(base.batch, batch, pairs, asked));
      yield;
    }
    gains.push(found);
  }
  return { labels: runs.map(({ label }) => label), seeds, measures: compared, verdicts, gains };
}

function commonSeeds(runs: readonly Compared[]): readonly string[] {
  const [first, ...others] = runs.map(({ batch }) => new Set(batch.seeds.map(({ seed }) => seed)));
  const seeds = [...first].filter((seed) => others.every((each) => each.has(seed)));
  if (seeds.length > 0) return seeds;
  throw new StudioError({
    code: 'compare.no-common-seeds',
    message: 'No seed has finished in all that are compared.',
    hint: 'Look at why they fail with the command run.',
  });
}

const resultsOf = ({ seeds }: BatchResult, wanted: readonly string[]): readonly SeedResult[] => {
  const bySeed = new Map(seeds.map((result) => [result.seed, result]));
  return wanted.flatMap((seed) => bySeed.get(seed) ?? []);
};

function comparedMeasure(
  written: string,
  runs: readonly Compared[],
  columns: readonly (readonly SeedResult[])[],
  { rules, suggest }: Pick<Question, 'rules' | 'suggest'>,
): ComparedMeasure {
  const measure = parseMeasure(written);
  const reports = ({ metrics }: BatchResult): boolean =>
    measure.kind === 'verdict' || metrics.some(({ id }) => id === measure.metric);
  const asked = runs.some(({ batch }) => reports(batch)) ? runs.filter(({ batch }) => reports(batch)) : runs;
  const ready = runs.map((run): ReadyMeasure | undefined =>
    asked.includes(run) ? readyMeasure(measure, { ...run.batch, rules }, suggest) : undefined,
  );
  const values = ready.map((each, run) => columns[run].map((seed) => each?.read(seed.columns) ?? NaN));
  const { title, unit } = ready.find((each) => each !== undefined) ?? { title: written, unit: '1' };
  return {
    written,
    title,
    unit,
    means: values.map((numbers) => meanOf(numbers.filter((value) => !Number.isNaN(value)))),
    differences: values
      .slice(1)
      .map((numbers, i) =>
        ready[0] === undefined || ready[i + 1] === undefined
          ? undefined
          : pairedDifference(values[0], numbers),
      ),
  };
}

function comparedVerdict(rule: VerdictRule, values: readonly Answers[]): readonly ComparedVerdict[] {
  if (values.every((each) => each === undefined)) return [];
  const [first] = values;
  return [
    {
      id: rule.id,
      title: rule.title,
      rule: rule.rule,
      held: values.map((each) => (each === undefined ? undefined : shareOf(each))),
      flips: values
        .slice(1)
        .map((each) => (first === undefined || each === undefined ? undefined : pairedFlips(first, each))),
    },
  ];
}

/** 1 or 0 a seed, as the verdict holds; undefined where the run cannot answer it. */
type Answers = readonly number[] | undefined;

function answersOf(rule: VerdictRule, batch: BatchResult, seeds: readonly SeedResult[]): Answers {
  if (!canAnswer(rule, batch)) return undefined;
  const holds = verdictInSeed(rule, batch);
  return seeds.map(({ columns }) => (holds(columns) ? 1 : 0));
}

function shareOf(answers: readonly number[]): VerdictShare {
  const held = answers.filter((answer) => answer === 1).length;
  return { held, of: answers.length, ...wilson(held, answers.length) };
}
