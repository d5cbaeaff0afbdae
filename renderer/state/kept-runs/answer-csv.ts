import type { QueryAnswer, QueryValue } from '../../../main/api/runs/runs-api.ts';
import { numberCell, row, textCell } from '../../../sim-core/results/spelling.ts';

/** An answer as CSV, a line at a time: what is nothing is empty, numbers have all their digits. */
export function* answerCsv({ columns, rows }: Pick<QueryAnswer, 'columns' | 'rows'>): Generator<string> {
  yield row(columns.map(textCell));
  for (const values of rows) yield row(values.map(cell));
}

function cell(value: QueryValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? numberCell(value) : textCell(`${value}`);
}
