import { casesOf, type Plan, type PlannedCase } from '../plan.ts';
import type { Shard } from './shard.ts';

/** Which shard has a run: they are dealt like cards, by their place among the runs of all cases, so that each has some of every case. */
export const shardOfRun = (caseIndex: number, seedIndex: number, seeds: number, of: number): number =>
  ((caseIndex * seeds + seedIndex) % of) + 1;

/** The cases of a plan with the seeds that are this shard's; a case of which it has none is left out. */
export function* casesOfShard(plan: Plan, { index, of }: Shard): Generator<PlannedCase> {
  let caseIndex = 0;
  for (const each of casesOf(plan)) {
    const seeds = each.seeds.filter(
      (_, seedIndex) => shardOfRun(caseIndex, seedIndex, each.seeds.length, of) === index,
    );
    caseIndex += 1;
    if (seeds.length > 0) yield { ...each, seeds };
  }
}
