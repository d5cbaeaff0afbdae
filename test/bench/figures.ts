/** One line of the table: what, how much, and the bar it has to clear, where there is one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
  /** Where neither its bar nor its unit says so. */
  readonly better?: Better;
}

/** Which way a figure has to go to be a better one. */
type Better = 'more' | 'less';

/** From the bar, or else from the unit: speeds are better the higher they are, times and sizes the lower. */
export function betterOf({ better, bar, unit }: Figure): Better {
  if (better !== undefined) return better;
  if (bar !== undefined) return 'atLeast' in bar ? 'more' : 'less';
  return unit.includes('/s') || unit === 'ratio' || unit === 'times' ? 'more' : 'less';
}

function clears({ value, bar }: Figure): boolean {
  if (!bar) return true;
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost;
}

/** The table as text, columns aligned. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.value),
    figure.unit,
    barOf(figure),
    figure.bar ? (clears(figure) ? 'ok' : 'MISSED') : '',
    figure.note ?? '',
  ]);
  const head = ['figure', 'value', 'unit', 'bar', '', 'note'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

function barOf({ bar }: Figure): string {
  if (!bar) return '';
  return 'atLeast' in bar ? `>= ${bar.atLeast}` : `<= ${bar.atMost}`;
}

export function shown(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
