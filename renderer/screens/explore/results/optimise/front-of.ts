import type { GoalView } from '../../../../../main/api/jobs/job-result.ts';

interface Tried {
  readonly goals: readonly number[];
  readonly feasible: boolean;
}

/** Feasible candidates that no other feasible one beats in one goal without losing in another; the best of the first goal first. */
export function frontOf<T extends Tried>(goals: readonly GoalView[], candidates: readonly T[]): readonly T[] {
  const feasible = candidates.filter(
    (each) => each.feasible && each.goals.every((value) => !Number.isNaN(value)),
  );
  const gain = (a: Tried, b: Tried, i: number): number => {
    const difference = (a.goals[i] ?? 0) - (b.goals[i] ?? 0);
    return goals[i]?.sense === 'minimise' ? -difference : difference;
  };
  const beats = (a: Tried, b: Tried): boolean =>
    goals.every((_, i) => gain(a, b, i) >= 0) && goals.some((_, i) => gain(a, b, i) > 0);
  return feasible
    .filter((each) => !feasible.some((other) => beats(other, each)))
    .sort((a, b) => -gain(a, b, 0));
}
