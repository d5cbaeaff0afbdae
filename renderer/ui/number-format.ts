/** The studio's one way to write numbers for people: three significant digits in cards and charts, all of them in tables. */

const steps = [
  { at: 1e12, suffix: 'T' },
  { at: 1e9, suffix: 'G' },
  { at: 1e6, suffix: 'M' },
  { at: 1e3, suffix: 'k' },
] as const;

const minus = '−';

/** Large numbers as `370k`, or with all their places as `370,000`. */
export type NumberStyle = 'si' | 'grouped';

let style: NumberStyle = 'si';

/** The person's choice for the whole page: what is drawn from now on follows it. */
export function setNumberStyle(next: NumberStyle): void {
  style = next;
}

/** `370000` as "370k", `0.041234` as "0.0412", `Infinity` as "∞"; what is no number is a dash. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  if (value < 0) return minus + shortNumber(-value);
  if (style === 'grouped' && value >= 999.5) return fullNumber(Number(value.toPrecision(3)));
  const step = steps.find(({ at }) => value >= at * 0.9995);
  return step === undefined ? threeDigits(value) : threeDigits(value / step.at) + step.suffix;
}

/** Grouped, with every digit the value has: "145,376,491.63". */
export function fullNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  const [integer = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = integer.includes('e') ? integer : integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return (value < 0 ? minus : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** `0.1234` as "12.3 %". */
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${share < 0 ? minus : ''}${threeDigits(Math.abs(share) * 100)} %` : '–';

/** A number without the words of its unit, for where those stand elsewhere: "370k", "12.3 %". */
export const bareQuantity = (value: number, unit: string): string =>
  unit === 'share' ? percent(value) : shortNumber(value);

/** A number with its unit, as a card or a chart shows it: "370k units", "12.3 %", "0.21 USD/day". */
export function quantity(value: number, unit: string): string {
  const words = unit === 'share' ? '' : unitWords(unit);
  return words === '' ? bareQuantity(value, unit) : `${shortNumber(value)} ${words}`;
}

/** A unit in the plural, as it follows a number: `unit/day` as "units/day", `1` as nothing. */
export function unitWords(unit: string): string {
  if (unit === '1') return '';
  const [counted = '', ...per] = unit.split('/');
  const plural = /^[a-z]{3,}$/.test(counted) && !counted.endsWith('s') ? `${counted}s` : counted;
  return [plural, ...per].join('/');
}

/** Numbers along an axis: one magnitude and as many decimals as their distance needs, so that no two read alike. */
export function axisNumbers(values: readonly number[], unit: string): string[] {
  const largest = Math.max(0, ...values.map(Math.abs));
  const short = style === 'si' ? steps.find(({ at }) => largest >= at) : undefined;
  const step = unit === 'share' ? { at: 0.01, suffix: ' %' } : short;
  const { at, suffix } = step ?? { at: 1, suffix: '' };
  const distance = Math.abs((values[1] ?? 0) - (values[0] ?? 0)) / at;
  const decimals = distance === 0 ? 0 : Math.min(12, Math.max(0, -Math.floor(Math.log10(distance) + 1e-9)));
  return values.map((value) => {
    if (value === 0) return unit === 'share' ? '0 %' : '0';
    return (value < 0 ? minus : '') + grouped((Math.abs(value) / at).toFixed(decimals)) + suffix;
  });
}

/** `12345.5` as "12,345.5". */
function grouped(digits: string): string {
  const [integer = '', ...fraction] = digits.split('.');
  return [integer.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

function threeDigits(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 1e-4) return value.toExponential(2).replace(/\.?0*e-/, 'e−');
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) * 1.0005)));
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
