import { clamp, exp, floor, log, log1p, max, min } from '../kernel/math.ts';
import type { Interval } from './interval.ts';

/** What an interval is meant to cover, unless another share is asked for. */
const usualCoverage = 0.95;

export interface QuantileInterval extends Interval {
  /** How often such an interval holds the true quantile: at least what was asked for, unless there are too few values. */
  readonly coverage: number;
}

/**
 * An interval for the quantile `p` of the distribution that `sorted` came from, which may have any shape: from one value of
 * the sample to another (H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed., 7.1). Ranks are moved outwards
 * from the middle, the likelier side first, until the coverage is reached; with too few values for that (under 6 for a median)
 * it spans them all, and `coverage` says what it is then. `undefined` where there is no value.
 */
export function quantileInterval(
  sorted: readonly number[],
  p: number,
  coverage = usualCoverage,
): QuantileInterval | undefined {
  const n = sorted.length;
  if (n === 0) return undefined;
  const chance = binomial(n, p);
  // The interval from rank `low` to rank `high` (1-based) covers where low <= B < high, B values lying below the quantile.
  let low = clamp(mostLikely(chance), 1, max(n - 1, 1));
  let high = min(low + 1, n);
  let reached = chance[low];
  while (reached < coverage && (low > 1 || high < n)) {
    const below = low > 1 ? chance[low - 1] : -1;
    const above = high < n ? chance[high] : -1;
    if (below >= above) {
      low -= 1;
      reached += below;
    } else {
      high += 1;
      reached += above;
    }
  }
  return { low: sorted[low - 1], high: sorted[high - 1], coverage: covered(chance, low, high) };
}

/** Probabilities of 0 .. n values out of n below the quantile p, by the logarithms of their ratios so that none is lost. */
function binomial(n: number, p: number): Float64Array {
  const chance = new Float64Array(n + 1);
  const odds = log(p) - log1p(-p);
  let logarithm = n * log1p(-p);
  for (let k = 0; k <= n; k++) {
    chance[k] = exp(logarithm);
    logarithm += log(n - k) - log(k + 1) + odds;
  }
  return chance;
}

function mostLikely(chance: Float64Array): number {
  const n = chance.length - 1;
  let best = floor(n / 2);
  for (let k = 0; k <= n; k++) if (chance[k] > chance[best]) best = k;
  return best;
}

function covered(chance: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let k = from; k < to; k++) total += chance[k];
  return total;
}
