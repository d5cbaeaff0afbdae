import type { Moment, SeedResult } from '../../sim-core/contract/run.ts';

/** Runs to the end. */
export function finish(ticks: Generator<Moment, SeedResult, void>): SeedResult {
  for (let next = ticks.next(); ; next = ticks.next()) if (next.done) return next.value;
}
