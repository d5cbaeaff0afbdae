import { fullNumber, unitWords } from '../../../ui/number-format.ts';

/** What a number has to be. */
export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly integer?: boolean;
  /** Why it exists, in a sentence: told with the range. */
  readonly why: string;
}

export type CheckedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly because: string };

/** A number as a person typed it, held against its range. Thousands may be grouped with spaces or commas. */
export function checkNumber(typed: string, limits: NumberLimits): CheckedNumber {
  const { min, max, integer, why } = limits;
  const text = typed
    .trim()
    .replace(/−/g, '-')
    .replace(/(?<=\d)[\s,_](?=\d{3}(?!\d))/g, '');
  const value = Number(text);
  const range = `${rangeText(limits)}. ${why}`;
  if (text === '') return { ok: false, because: `A number is needed: ${range}` };
  if (!Number.isFinite(value)) return { ok: false, because: `That is no number. ${capital(range)}` };
  if (value < min || value > max) return { ok: false, because: `Allowed: ${range}` };
  if (integer === true && !Number.isInteger(value))
    return { ok: false, because: `A whole number is needed: ${range}` };
  return { ok: true, value };
}

/** "0 to 1 share", "10 to 5,000,000 rows". */
export function rangeText({ min, max, unit }: Pick<NumberLimits, 'min' | 'max' | 'unit'>): string {
  const words = unit === 'share' ? '' : unitWords(unit);
  return `${fullNumber(min)} to ${fullNumber(max)}${words === '' ? '' : ` ${words}`}`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
