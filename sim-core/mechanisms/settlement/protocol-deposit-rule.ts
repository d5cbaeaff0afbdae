import { abs, pow } from '../../kernel/math.ts';

/**
 * What a first yearly payment is worth today that comes at the end of each of `years` years and grows by `escalator` a year
 * (1/year), discounted by `discount` (1/year): PD = CF1 * (1 - ((1 + g) / (1 + r))^N) / (r - g). In years of the first payment.
 */
export function growingAnnuity(years: number, discount: number, escalator: number): number {
  const gap = discount - escalator;
  // The limit, where the difference would be lost to rounding.
  if (abs(gap) < 1e-9) return years / (1 + discount);
  return (1 - pow((1 + escalator) / (1 + discount), years)) / gap;
}
