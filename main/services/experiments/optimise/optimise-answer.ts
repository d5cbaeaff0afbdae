import { pairedDifference } from '../../../../sim-core/analysis/compare/paired-difference.ts';
import type { Goals, Statistic } from '../../../../sim-core/analysis/goals/goal.ts';
import { standingOf, statisticOf, type Values } from '../../../../sim-core/analysis/goals/judge.ts';
import type { Interval } from '../../../../sim-core/analysis/interval.ts';
import { quantileInterval } from '../../../../sim-core/analysis/quantile-interval.ts';
import type { Point } from '../../../../sim-core/contract/design.ts';

/** A goal's number over the seeds of the check. */
export interface ReachedGoal {
  readonly value: number;
  /** 95 %: by Student's t for a mean, by order statistics for a quantile; absent where there are too few seeds for one. */
  readonly interval?: Interval;
}

/** A candidate on seeds that the search has not seen. */
export interface CheckedCandidate {
  readonly point: Point;
  /** In the order of the goals. */
  readonly goals: readonly ReachedGoal[];
  /** In the order of the constraints: the share of seeds that keep it, or the mean. */
  readonly constraints: readonly { readonly value: number; readonly kept: boolean }[];
  /** Still better somewhere than every other on these seeds, and keeps to all constraints. */
  readonly holds: boolean;
}

/** What an optimisation came to. */
export interface OptimiseAnswer {
  readonly scenario: string;
  /** As they were written. */
  readonly goals: readonly { readonly written: string; readonly sense: string; readonly unit: string }[];
  readonly constraints: readonly string[];
  /** The scenario as it is, on the same seeds. */
  readonly asItIs: CheckedCandidate;
  /** Those that the search found, the best of the first goal before all; at most as many as the check could pay for. */
  readonly front: readonly CheckedCandidate[];
  /** Found by the search; more than `front` where the check could not pay for all. */
  readonly found: number;
  /** True where no candidate of the search kept to the constraints: the front misses them least. */
  readonly infeasible: boolean;
  readonly seeds: readonly string[];
  readonly checkSeeds: readonly string[];
  readonly candidates: number;
  readonly runs: number;
}

/** A candidate judged by its numbers on the seeds of the check; whether it holds beside the others is for the caller. */
export function checked(
  { goals, constraints }: Goals,
  point: Point,
  values: Values,
): Omit<CheckedCandidate, 'holds'> {
  return {
    point,
    goals: goals.map(({ statistic }, i) => {
      const numbers = values[i] ?? [];
      const value = statisticOf(statistic, numbers);
      const interval = intervalOf(statistic, numbers);
      return {
        value,
        ...(interval === undefined ? {} : { interval: { low: interval.low, high: interval.high } }),
      };
    }),
    constraints: constraints.map((constraint, i) => {
      const { value, missed } = standingOf(constraint, values[goals.length + i] ?? []);
      return { value, kept: missed === 0 };
    }),
  };
}

/** Of a quantile only where the seeds are enough for 95 %: the tenth of a few seeds has none, whatever they span. */
function intervalOf(statistic: Statistic, numbers: readonly number[]): Interval | undefined {
  if (statistic.kind === 'mean')
    return pairedDifference(new Array<number>(numbers.length).fill(0), numbers).interval;
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = quantileInterval(sorted, statistic.p);
  return found === undefined || found.coverage < 0.95 ? undefined : found;
}
