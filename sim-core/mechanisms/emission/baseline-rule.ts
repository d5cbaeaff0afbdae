import { exp, expm1, log1p } from '../../kernel/math.ts';

/**
 * Tokens of an exponentially exhausted total that are minted between two times: total * (e^-rate*from - e^-rate*to), without
 * the cancellation of the obvious difference. Times and `rate` in any one unit of time.
 */
export function mintedBetween(total: number, rate: number, from: number, to: number): number {
  return total * exp(-rate * from) * -expm1(-rate * (to - from));
}

/** The power the network is meant to have at a time: it grows exponentially. */
export function baselineAt(initial: number, growth: number, time: number): number {
  return initial * exp(growth * time);
}

/**
 * Effective network time: when a network that always had exactly the baseline's power would have gathered this much of it.
 * `gathered` is power summed over time, each moment counted up to the baseline only.
 */
export function networkTime(initial: number, growth: number, gathered: number): number {
  return log1p((growth * gathered) / initial) / growth;
}
