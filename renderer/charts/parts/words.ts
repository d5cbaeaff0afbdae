import { bareQuantity, quantity, unitWords } from '../../ui/number-format.ts';

/** A difference with its sign: "+12k units", "−3.1 %", "no change". */
export function signed(value: number, unit: string): string {
  if (value === 0) return 'no change';
  return value > 0 ? `+${quantity(value, unit)}` : quantity(value, unit);
}

/** The same without the words of the unit. */
export const bareSigned = (value: number, unit: string): string =>
  value > 0 ? `+${bareQuantity(value, unit)}` : bareQuantity(value, unit);

/** A name with its unit in brackets: "Hardware price (USD)", "Tax (%)"; a bare number has none. */
export function withUnit(name: string, unit: string): string {
  const words = unit === 'share' ? '%' : unitWords(unit);
  return words === '' ? name : `${name} (${words})`;
}

/** One sentence less its full stop, so that more can follow. */
export const unstopped = (sentence: string): string => sentence.replace(/\.$/, '');

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** "cohorts", "classes". */
export const plural = (one: string): string => `${one}${one.endsWith('s') ? 'es' : 's'}`;

/** "1 seed", "20 seeds". */
export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : plural(one)}`;
