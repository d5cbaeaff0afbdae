import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { Figure, RecordedSeries } from './backtest-plan.ts';
import type { ComparedRow, SeriesComparison } from './compare.ts';

/** A published figure and the model's. */
export interface FigureComparison {
  readonly figure: Figure;
  readonly computed: number;
  readonly published: number;
}

/** The backtest as Markdown: the summary, every period, the exclusions by name, and the figures beside published ones. */
export function backtestReport(
  series: RecordedSeries,
  comparison: SeriesComparison,
  figures: readonly FigureComparison[],
  ran: { readonly seeds: number; readonly command: string },
): string {
  const { exact, counted, meanError, maxError, computedTotal, recordedTotal, rows } = comparison;
  const total = (computedTotal - recordedTotal) / recordedTotal;
  return [
    `Made by \`${ran.command}\` (${ran.seeds} ${ran.seeds === 1 ? 'seed' : 'seeds'}, median).`,
    '',
    ...(series.exact === undefined
      ? []
      : [
          `- The first ${exact.rows} periods must agree to ${series.exact.tolerance} ${series.unit}: ${exact.agree} of ${exact.rows} do.`,
        ]),
    `- ${counted} periods are counted: mean error ${percent(meanError)}, largest ${signed(maxError.error)} (${isoDate(maxError.day)}).`,
    `- Over all of them the model gives ${grouped(computedTotal)} ${totalUnit(series.unit)} and the record ${grouped(recordedTotal)}: ${signed(total)}.`,
    ...excluded(rows).map(
      (row) => `- Left out: ${isoDate(row.day)} (${signed(row.error)}). ${row.excludedBecause ?? ''}`,
    ),
    ...figureTable(figures),
    '',
    `| from | computed, ${series.unit} | recorded, ${series.unit} | error | |`,
    '|---|---:|---:|---:|---|',
    ...rows.map(seriesRow),
  ].join('\n');
}

const excluded = (rows: readonly ComparedRow[]) => rows.filter((row) => row.excludedBecause !== undefined);

function figureTable(figures: readonly FigureComparison[]): readonly string[] {
  if (figures.length === 0) return [];
  return [
    '',
    '| figure | model | published | model / published |',
    '|---|---:|---:|---:|',
    ...figures.map(({ figure, computed, published }) => {
      const mean = figure.lastDays === 1 ? 'last day' : `mean of the last ${figure.lastDays} days`;
      return `| ${figure.title}, ${figure.unit} (${mean}) | ${short(computed)} | ${short(published)} | ${short(computed / published)} |`;
    }),
  ];
}

function seriesRow({ day, computed, recorded, error, agrees, excludedBecause }: ComparedRow): string {
  const note =
    excludedBecause !== undefined ? 'left out' : agrees === undefined ? '' : agrees ? 'exact' : 'differs';
  return `| ${isoDate(day)} | ${fixed(computed)} | ${fixed(recorded)} | ${signed(error)} | ${note} |`;
}

const totalUnit = (unit: string): string => unit.split('/', 1)[0] ?? unit;
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });
const fixed = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = (value: number): string =>
  value.toLocaleString('en-US', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
