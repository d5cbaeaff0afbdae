import { floor } from '../kernel/math.ts';
import { stream } from '../kernel/random.ts';
import type { Interval } from './interval.ts';
import { quantileOf } from './quantile.ts';

export interface BootstrapOptions {
  /** Samples drawn anew. */
  readonly rounds?: number;
  /** The same seed, the same interval. */
  readonly seed: string;
}

/** Told beside such an interval. */
export const bootstrapMethod = '95 % of 1,000 samples drawn anew from the rows (percentile bootstrap)';

const usualRounds = 1000;

/**
 * 95 % intervals of statistics of `count` rows, by drawing as many rows with replacement, again and again (B. Efron 1979,
 * percentiles). `statistics` fills `into` from a list of rows; a round in which one is not a number is left out for that one. Luck
 * is counted, so neither what else is computed nor its order changes an interval.
 */
export function bootstrap(
  count: number,
  statistics: (rows: Uint32Array, into: Float64Array) => void,
  size: number,
  { rounds = usualRounds, seed }: BootstrapOptions,
): readonly Interval[] {
  const luck = stream(seed, 'analysis.bootstrap');
  const rows = new Uint32Array(count);
  const into = new Float64Array(size);
  const found = Array.from({ length: size }, (): number[] => []);
  for (let round = 0; round < rounds; round++) {
    luck.turn(round, 0);
    for (let i = 0; i < count; i++) rows[i] = floor(luck.uniform(i) * count);
    statistics(rows, into);
    for (let i = 0; i < size; i++) if (!Number.isNaN(into[i])) found[i].push(into[i]);
  }
  return found.map((values) => ({ low: quantileOf(values, 0.025), high: quantileOf(values, 0.975) }));
}
