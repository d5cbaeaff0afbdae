import type { QueryAnswer, QueryValue } from '../../../../main/api/runs/runs-api.ts';

/** An answer as CSV, a line at a time: what is nothing is empty, numbers have all their digits. */
export function* answerCsv({ columns, rows }: Pick<QueryAnswer, 'columns' | 'rows'>): Generator<string> {
  yield `${columns.map(cell).join(',')}\n`;
  for (const row of rows) yield `${row.map(cell).join(',')}\n`;
}

function cell(value: QueryValue): string {
  if (value === null) return '';
  const text = `${value}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
