import { modelledAt } from '../../../../sim-core/analysis/calibrate/modelled-at.ts';
import type { ObservedColumn } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import { scoreForecast } from '../../../../sim-core/analysis/forecast/score-forecast.ts';
import { quantileOf } from '../../../../sim-core/analysis/quantile.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { FoundEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { OutcomeColumn, OutcomeView } from '../../../api/proposals/outcome-view.ts';
import type { KnownMetric } from '../../experiments/calibrate/map-columns.ts';
import { type RecordOptions, readRecord } from '../../experiments/calibrate/read-record.ts';
import { fanOf } from '../../jobs/kinds/fit-view.ts';
import { Refusal } from '../../refusal.ts';
import type { Bench } from '../verify/bench.ts';
import { prepare } from '../verify/prepare.ts';
import { type RunBoth, seedsOf } from '../verify/verify-evidence.ts';
import { dataOnRun } from './data-on-run.ts';
import { outcomeSentence, scoringMethod, standingOf } from './outcome-sentence.ts';

/** Real data, and what a person says of it. */
export interface OutcomeOrder {
  readonly found: FoundEvidence;
  readonly record: { readonly name: string; readonly text: string };
  readonly options: RecordOptions;
  /** Day on which the first day of the run came true, since 1970-01-01. */
  readonly dayOne?: number;
}

interface OutcomeTools {
  readonly bench: Bench;
  readonly run: RunBoth;
  /** What a scenario reports. */
  readonly metricsOf: (document: ScenarioDocument) => Promise<readonly KnownMetric[]>;
}

/**
 * Runs the forecast that evidence makes, with the change and without, and holds real data against both. What is wrong with the data is
 * told before anything runs. Throws `outcome.*`, or a `Refusal` with every problem of the file.
 */
export async function judgeOutcome(
  { found, record, options, dayOne }: OutcomeOrder,
  { bench, run, metricsOf }: OutcomeTools,
): Promise<OutcomeView> {
  const { documents, lines } = await prepare(found, bench);
  if (documents === undefined) throw cannotRun(lines);
  const read = readRecord(record.name, record.text, await metricsOf(documents.proposal), options);
  if (!read.ok) throw new Refusal(read.problems);
  const { observed, notes } = dataOnRun(read.observed, documents.proposal, dayOne);
  const both = await run(documents, seedsOf(found.block.seeds));
  const { startDay, ticks } = documents.proposal.spec;
  const judged = observed.map((column) => judge(column, both));
  const columns = judged.flatMap(({ column }) => column ?? []);
  if (columns.length === 0) throw noValues();
  return {
    ...{ record: record.name, startDay: dayOne ?? startDay, ticks, columns, method: scoringMethod },
    seeds: both.proposal.seeds.length,
    notes: [...read.notes, ...notes, ...judged.flatMap(({ note }) => note ?? [])],
  };
}

interface Judged {
  readonly column?: OutcomeColumn;
  readonly note?: string;
}

function judge(column: ObservedColumn, both: Awaited<ReturnType<RunBoth>>): Judged {
  const { metric } = column;
  const described = both.proposal.metrics.find(({ id }) => id === metric);
  const [values, baseValues] = [valuesOf(column, both.proposal), valuesOf(column, both.base)];
  const known = column.observations.flatMap((observation, at) => {
    const [seeds, without] = [values[at] ?? [], baseValues[at] ?? []];
    return seeds.length === 0 || without.length === 0 ? [] : [{ observation, seeds, without }];
  });
  const lacking = column.observations.length - known.length;
  const note =
    lacking === 0 ? {} : { note: `${column.column}: the forecast has no value for ${lacking} of them.` };
  if (known.length === 0) return note;
  const scores = {
    proposal: scoreForecast(
      known.map(({ observation, seeds }) => ({ observed: observation.value, values: seeds })),
    ),
    base: scoreForecast(
      known.map(({ observation, without }) => ({ observed: observation.value, values: without })),
    ),
  };
  const title = described?.title ?? metric;
  const unit = described?.unit ?? '1';
  return {
    ...note,
    column: {
      ...{ column: column.column, metric, title, unit, how: column.how, scores },
      standing: standingOf(scores.proposal),
      sentence: outcomeSentence({ title, unit, how: column.how, scores }),
      fans: { proposal: fanOf(both.proposal, metric), base: fanOf(both.base, metric) },
      observations: known.map(({ observation: { day, days, value }, seeds }) => ({
        ...{ tick: day + days - 1 - both.proposal.startDay, days, value },
        ...{ p5: quantileOf(seeds, 0.05), p10: quantileOf(seeds, 0.1), median: quantileOf(seeds, 0.5) },
        ...{ p90: quantileOf(seeds, 0.9), p95: quantileOf(seeds, 0.95) },
      })),
    },
  };
}

/** For each observation, what the seeds say that have a value over its days. */
function valuesOf(column: ObservedColumn, { metrics, startDay, seeds }: BatchResult): readonly number[][] {
  const paths = seeds.map(({ columns }) => modelledAt([column], { metrics, startDay, columns }));
  return column.observations.map((_, at) =>
    paths.flatMap((path) => {
      const value = path[at] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [value];
    }),
  );
}

function cannotRun(lines: Awaited<ReturnType<typeof prepare>>['lines']): StudioError {
  const line = lines.find(({ standing }) => standing === 'cannot-run' || standing === 'differs');
  return new StudioError({
    code: 'outcome.cannot-run',
    message: `The forecast cannot be run here${line === undefined ? '' : `: ${line.why ?? line.text}`}`,
    hint: 'Verify the proposal first: what is missing is named there.',
    ...(line === undefined ? {} : { where: `line ${line.number}` }),
  });
}

const noValues = (): StudioError =>
  new StudioError({
    code: 'outcome.no-values',
    message: 'The forecast has no value on any day of the data.',
    hint: 'Map the columns to metrics that the scenario reports on these days.',
    where: '--map',
  });
