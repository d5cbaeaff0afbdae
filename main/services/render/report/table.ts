import { type Html, html, type Inset } from './html.ts';

/** A column of a table on the page. */
export interface ReportColumn {
  readonly title: string;
  readonly number?: boolean;
}

/** A table; the first cell of each row is its heading. Scrolls by itself where the page is narrow. */
export const tableHtml = (
  caption: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly Inset[])[],
): Html => html`<div class="scroll"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ title, number }) => html`<th scope="col" class="${classOf(number)}">${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => cellHtml(cell, index, columns[index]))}</tr>\n`)}</tbody></table></div>`;

const classOf = (number = false): string => (number ? 'number' : 'text');

const cellHtml = (cell: Inset, index: number, column: ReportColumn | undefined): Html =>
  index === 0
    ? html`<th scope="row">${cell}</th>`
    : html`<td class="${classOf(column?.number)}">${cell}</td>`;
