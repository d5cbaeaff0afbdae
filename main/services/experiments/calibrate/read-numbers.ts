import type { Problem } from '../../../../sim-core/contract/errors.ts';
import type { PlacedCell } from './read-dates.ts';

export const decimals = ['point', 'comma'] as const;
export type Decimal = (typeof decimals)[number];

export type DecimalFound =
  | { readonly ok: true; readonly decimal: Decimal }
  | { readonly ok: false; readonly problem: Problem };

const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '-', '–', '—', '.']);

/** True where a cell says that there is no value. */
export const isMissing = ({ text }: Pick<PlacedCell, 'text'>): boolean =>
  missing.has(text.trim().toLowerCase());

/** Without spaces and apostrophes between groups of three digits, and with a plain minus. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^[−–](?=[\d.,])/, '-')
    .replaceAll(/(?<=\d)[ \u00a0\u2009\u202f'’_](?=\d{3}(?!\d))/g, '');

/**
 * What stands before the decimals in a file: what its numbers show, or what a person says. Refuses numbers of which some show a
 * point and some a comma, and files of numbers such as 1,234 that may be either.
 */
export function decimalOf(cells: readonly PlacedCell[], separator: string, said?: Decimal): DecimalFound {
  if (said !== undefined) return { ok: true, decimal: said };
  const shown = (decimal: Decimal | 'either'): PlacedCell | undefined =>
    cells.find(({ text }) => shows(bare(text)) === decimal);
  const [point, comma] = [shown('point'), shown('comma')];
  if (point !== undefined && comma !== undefined) return { ok: false, problem: both(point, comma) };
  if (comma !== undefined) return { ok: true, decimal: 'comma' };
  const unclear = shown('either');
  // In a file separated by commas a point is what it usually is.
  const usual = separator === ',' && unclear?.text.includes('.') === true;
  if (point !== undefined || unclear === undefined || usual) return { ok: true, decimal: 'point' };
  return { ok: false, problem: either(unclear) };
}

function shows(text: string): Decimal | 'either' | undefined {
  const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1];
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? 'point' : 'comma';
  if (points === 0 && commas === 0) return undefined;
  const grouped = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (points + commas === 1 && grouped) return 'either';
  // Several of one kind are groups; a single one that is no group is the decimal sign.
  const single = points + commas === 1;
  return points > 0 === single ? 'point' : 'comma';
}

/** The number of a cell, or why it is none. Never called for what is missing. */
export function numberIn(cell: PlacedCell, decimal: Decimal): number | Problem {
  const text = bare(cell.text);
  const [group, sign] = decimal === 'point' ? [',', '.'] : ['.', ','];
  const [whole = '', ...rest] = text.split(sign);
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+$`).test(whole);
  const plain = [grouped ? whole.replaceAll(group, '') : whole, ...rest].join('.');
  const stray = !grouped && whole.includes(group);
  const value = !stray && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isFinite(value)) return value;
  const percent = text.endsWith('%');
  return {
    code: 'record.no-number',
    message: `"${cell.text.trim().slice(0, 40)}" is no number with a decimal ${decimal}.`,
    hint: percent
      ? 'Write shares such as 0.12 without a percent sign.'
      : 'Write digits without a currency or a unit; leave the cell empty where there is no value.',
    where: cell.where,
  };
}

const both = (point: PlacedCell, comma: PlacedCell): Problem => ({
  code: 'record.mixed-decimals',
  message: `"${comma.text.trim()}" has a decimal comma, and "${point.text.trim()}" on line ${point.line} a decimal point.`,
  hint: 'Write all numbers of the file alike, or say which to take: --decimal point or --decimal comma.',
  where: comma.where,
});

const either = ({ text, where }: PlacedCell): Problem => ({
  code: 'record.ambiguous-decimals',
  message: `"${text.trim()}" may be a thousand or a fraction, and no number of the file says which.`,
  hint: 'Say it: --decimal point or --decimal comma.',
  where,
});
