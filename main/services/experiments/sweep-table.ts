import { measureOf } from '../../../sim-core/analysis/measure-of.ts';
import { quantileOf } from '../../../sim-core/analysis/quantile.ts';
import { wilson } from '../../../sim-core/analysis/wilson.ts';
import type { Described } from '../../../sim-core/contract/engine.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { numberCell, row, textCell } from '../../../sim-core/results/spelling.ts';
import type { CaseResult } from './case.ts';
import { type NamedMeasure, readyIn } from './measures.ts';
import type { PlannedCase } from './plan.ts';

/** A column of `sweep.csv`; what a factor holds depends on what is tried. */
interface Column {
  readonly name: string;
  readonly kind: 'integer' | 'number' | 'text' | 'factor';
  readonly unit: string;
  readonly title: string;
  readonly definition: string;
  readonly emptyWhen?: string;
}

/** What a case came to: by the names of the columns. */
export interface SweepRow {
  readonly case: number;
  readonly point: PlannedCase['point'];
  readonly finished: number;
  readonly failed: number;
  /** In the order of the measures. */
  readonly cells: readonly MeasuredCell[];
  readonly digest: string;
  readonly run: string;
}

/** A metric's quantiles over seeds, or a verdict's probability with its interval; NaN where there is no number. */
export type MeasuredCell =
  | { readonly kind: 'metric'; readonly p5: number; readonly p50: number; readonly p95: number }
  | {
      readonly kind: 'verdict';
      readonly held: number;
      readonly probability: number;
      readonly low: number;
      readonly high: number;
    };

const studio = 'DePIN Studio';
const partsOf = {
  metric: ['p5', 'p50', 'p95'],
  verdict: ['held', 'probability', 'low', 'high'],
} as const;

/** Measures a case over its seeds. `run` is the name of its folder in the store. */
export function sweepRow(
  { index, case: its, batch, digest }: CaseResult<PlannedCase>,
  measures: readonly NamedMeasure[],
  run: string,
): SweepRow {
  return {
    case: index + 1,
    point: its.point,
    finished: batch.seeds.length,
    failed: batch.failures.length,
    cells: measures.map((measure): MeasuredCell => {
      const ready = readyIn(its.document.spec, batch, measure);
      const values = ready === undefined ? [] : measureOf(batch, ready);
      const known = values.filter((value) => !Number.isNaN(value));
      if (measure.measure.kind === 'verdict') return verdictCell(known);
      const [p5 = Number.NaN, p50 = Number.NaN, p95 = Number.NaN] = [0.05, 0.5, 0.95].map((p) =>
        quantileOf(known, p),
      );
      return { kind: 'metric', p5, p50, p95 };
    }),
    digest,
    run,
  };
}

function verdictCell(values: readonly number[]): MeasuredCell {
  const held = values.reduce((sum, value) => sum + value, 0);
  const of = values.length;
  if (of === 0) {
    const none = Number.NaN;
    return { kind: 'verdict', held: none, probability: none, low: none, high: none };
  }
  return { kind: 'verdict', held, probability: held / of, ...wilson(held, of) };
}

/** The first line of `sweep.csv`. */
export const sweepHeader = (paths: readonly string[], measures: readonly NamedMeasure[]): string =>
  row(columnsOf(paths, measures).map(({ name }) => textCell(name)));

/** A case as a line of `sweep.csv`; a factor that its point leaves alone is empty. */
export function sweepLine(paths: readonly string[], each: SweepRow): string {
  const factors = paths.map((path) =>
    textCell(each.point.find((trial) => trial.path === path)?.written ?? ''),
  );
  const numbers = each.cells.flatMap((cell) =>
    cell.kind === 'metric'
      ? [cell.p5, cell.p50, cell.p95]
      : [cell.held, cell.probability, cell.low, cell.high],
  );
  return row([
    ...[each.case].map(numberCell),
    ...factors,
    ...[each.finished, each.failed, ...numbers].map(numberCell),
    each.digest,
    each.run,
  ]);
}

/** The columns of `sweep.csv` in their order, and what each holds. */
export const sweepColumns = (
  paths: readonly string[],
  measures: readonly NamedMeasure[],
): readonly Pick<Column, 'name' | 'kind'>[] => columnsOf(paths, measures);

/** `dictionary.csv` of a sweep: what each column is. */
export function sweepDictionary(
  paths: readonly string[],
  measures: readonly NamedMeasure[],
  spec: ScenarioSpec,
  described: Described,
): string {
  const rows = columnsOf(paths, measures, { spec, described }).map(
    ({ name, unit, title, definition, emptyWhen = '' }) =>
      row(['sweep.csv', name, unit, title, definition, studio, emptyWhen].map(textCell)),
  );
  return [row(['file', 'column', 'unit', 'title', 'definition', 'source', 'empty_when']), ...rows].join('');
}

function columnsOf(
  paths: readonly string[],
  measures: readonly NamedMeasure[],
  base?: { readonly spec: ScenarioSpec; readonly described: Described },
): readonly Column[] {
  const varied = paths.map((path) => ({
    name: path,
    kind: 'factor' as const,
    unit: 'as written',
    title: path,
    definition: 'The value of this factor in the case, as after --set.',
    emptyWhen: 'the case leaves it as the scenario has it',
  }));
  const measured = measures.flatMap((measure) => {
    const { title = measure.name, unit = '' } =
      base === undefined ? {} : (readyIn(base.spec, base.described, measure) ?? {});
    const isVerdict = measure.measure.kind === 'verdict';
    const parts: readonly string[] = isVerdict ? partsOf.verdict : partsOf.metric;
    return parts.map((part) => ({
      name: `${measure.name}_${part}`,
      kind: 'number' as const,
      unit: part === 'held' ? 'seed' : unit,
      title,
      definition: meaningOf[part] ?? '',
      emptyWhen: 'no seed of the case has a value',
    }));
  });
  return [
    count('case', 'case', 'Case', 'Its place in the design, from 1.'),
    ...varied,
    count('finished', 'seed', 'Finished', 'Seeds that were simulated to the end.'),
    count('failed', 'seed', 'Failed', 'Seeds that stopped; they are in no other number of the row.'),
    ...measured,
    count('digest', 'text', 'Digest', 'Over the digests of the seeds, in seed order.'),
    count('run', 'text', 'Run', 'Folder of the case in the store of runs.'),
  ];
}

const count = (name: string, unit: string, title: string, definition: string): Column => ({
  name,
  kind: unit === 'text' ? 'text' : 'integer',
  unit,
  title,
  definition,
});

const meaningOf: Readonly<Record<string, string>> = {
  p5: 'Quantile 5 % over seeds (type 7).',
  p50: 'Median over seeds (type 7).',
  p95: 'Quantile 95 % over seeds (type 7).',
  held: 'Seeds in which the verdict holds.',
  probability: 'Share of seeds in which the verdict holds.',
  low: 'Lower end of the 95 % interval of the probability (Wilson).',
  high: 'Upper end of the 95 % interval of the probability (Wilson).',
};
