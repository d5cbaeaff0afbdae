import type { SeedFailure } from '../../../../sim-core/contract/run.ts';

/** Where and when a seed stopped. */
export interface FailureMoment {
  /** Days since the first; the day that could not be finished. */
  readonly tick: number;
  /** `2024-03-01`. */
  readonly date: string;
  /** Id of the mechanism, the metric or the invariant that it stopped at. */
  readonly part: string;
}

/** What the kernel says of a seed that it stopped: `seed 7, tick 120 (2023-08-22), emission.halving`. Undefined for other failures. */
export function failureMoment({ problem }: SeedFailure): FailureMoment | undefined {
  const said = /, tick (\d+) \((\d{4}-\d\d-\d\d)\), (.+)$/.exec(problem.where ?? '');
  const [, tick, date, part] = said ?? [];
  if (tick === undefined || date === undefined || part === undefined) return undefined;
  return { tick: Number(tick), date, part };
}
