import { exp, log, min } from '../../kernel/math.ts';

/** In how many seeds a verdict holds in one run, in another, in both: the table of Q. McNemar 1947. */
export interface PairedFlips {
  readonly both: number;
  readonly neither: number;
  /** Holds in the other run only. */
  readonly gained: number;
  /** Holds in the base only. */
  readonly lost: number;
  /** How often chance alone would split the flips as unevenly (exact, two-sided); 1 where nothing flips. */
  readonly chance: number;
}

/** Told beside such a number. */
export const pairedFlipsMethod =
  'the exact test of McNemar: how often a fair coin would divide the seeds that flip as unevenly';

/** Compares whether a verdict held (1 or 0) in two runs, in the order of the same seeds. */
export function pairedFlips(base: readonly number[], other: readonly number[]): PairedFlips {
  let both = 0;
  let neither = 0;
  let gained = 0;
  let lost = 0;
  for (let i = 0; i < base.length; i++) {
    if (base[i] === 1) other[i] === 1 ? both++ : lost++;
    else other[i] === 1 ? gained++ : neither++;
  }
  return { both, neither, gained, lost, chance: evenSplit(gained, lost) };
}

/** Twice the probability that a fair coin shows its rarer side at most min(a, b) times of a + b. */
function evenSplit(a: number, b: number): number {
  const n = a + b;
  let logarithm = -n * log(2);
  let total = 0;
  for (let k = 0; k <= min(a, b); k++) {
    total += exp(logarithm);
    logarithm += log(n - k) - log(k + 1);
  }
  return min(1, 2 * total);
}
