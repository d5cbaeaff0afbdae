import { max, min, pow } from '../kernel/math.ts';

/**
 * Share of `tokens` that their holders want to stake: `usual` at the usual yield, more or less with the elasticity
 * `response` where it pays otherwise; never more than all. Yields in 1/year.
 */
export function wantedStake(
  tokens: number,
  usual: number,
  response: number,
  yearly: number,
  usualYield: number,
): number {
  return tokens * min(1, usual * pow(max(0, yearly) / usualYield, response));
}
