import type { NamedMeasure } from '../../../services/experiments/measures.ts';
import type { SweepOutcome } from '../../../services/experiments/sweep.ts';
import type { MeasuredCell, SweepRow } from '../../../services/experiments/sweep-table.ts';
import { shortNumber, textTable } from '../../terminal.ts';

/** Cases in the table that is printed; all are in the file. */
const mostShown = 24;

/** What `sweep` prints for people: a table of cases with medians and probabilities, and the digest. */
export function sweepReport(
  { rows, finishedCases, digest }: SweepOutcome,
  paths: readonly string[],
  measures: readonly NamedMeasure[],
): string {
  const shown = rows.slice(0, mostShown);
  const header = ['Case', ...paths, ...measures.map(({ name }) => name)];
  const lines = shown.map((each) => [
    `${each.case}`,
    ...paths.map((path) => factorIn(each, path)),
    ...each.cells.map(cellText),
  ]);
  const more = finishedCases - shown.length;
  return [
    'Medians over seeds; for a verdict the share of seeds in which it holds, with its 95 % interval.',
    '',
    textTable([header, ...lines]),
    ...(more > 0 ? [`… and ${more} more in sweep.csv`] : []),
    '',
    `digest ${digest}`,
  ].join('\n');
}

const factorIn = ({ point }: SweepRow, path: string): string =>
  point.find((trial) => trial.path === path)?.written ?? '·';

function cellText(cell: MeasuredCell): string {
  if (cell.kind === 'metric') return shortNumber(numberOrNull(cell.p50));
  if (Number.isNaN(cell.probability)) return '–';
  return `${percent(cell.probability)} (${percent(cell.low)} to ${percent(cell.high)})`;
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
