import type { Show } from '../../../../sim-core/analysis/sensitivity/sentences.ts';

/** Spells numbers of a unit for people: three digits that matter, shares in points of a hundred. */
export function shownIn(unit: string): Show {
  if (unit === 'share') return (value) => `${digits(value * 100)} points`;
  return (value) => `${digits(value)}${unit === '1' ? '' : ` ${unit}`}`;
}

const digits = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
