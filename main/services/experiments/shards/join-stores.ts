import type { Engine } from '../../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { casesOf, type Plan } from '../plan.ts';
import type { RunStore } from '../run-store.ts';

/** What joining stores came to. */
export interface Joined {
  /** Runs of the plan. */
  readonly runs: number;
  /** Of these, taken from the other stores now. */
  readonly taken: number;
  /** Places of those that no store has: of the case and of the seed, from 0. */
  readonly missing: readonly { readonly caseIndex: number; readonly seedIndex: number }[];
}

/** Brings the runs of a plan from other stores into one, each checked by its digest. Throws `file.unwritable`. */
export async function joinStores(
  plan: Plan,
  engine: Engine,
  { into, from }: { readonly into: RunStore; readonly from: readonly RunStore[] },
): Promise<Joined> {
  const missing: Joined['missing'][number][] = [];
  let runs = 0;
  let taken = 0;
  let caseIndex = 0;
  for (const { document, seeds } of casesOf(plan)) {
    runs += seeds.length;
    const specDigest = engine.specDigest(document.spec);
    const runnable = canStart(engine, document);
    for (const [seedIndex, seed] of runnable ? seeds.entries() : []) {
      if ((await into.read(specDigest, seed)) !== undefined) continue;
      const found = await firstOf(from, specDigest, seed);
      if (found === undefined) {
        missing.push({ caseIndex, seedIndex });
        continue;
      }
      await into.save({ specDigest, document, described: found.described }, found.end);
      taken += 1;
    }
    caseIndex += 1;
  }
  return { runs, taken, missing };
}

/** A spec with which no run can start has none to look for: the sweep tells why. What code of a project makes of one is not asked. */
function canStart(engine: Engine, { spec, code }: ScenarioDocument): boolean {
  try {
    return code !== undefined || engine.describedOf(spec) !== undefined;
  } catch (thrown) {
    if (thrown instanceof StudioError) return false;
    throw thrown;
  }
}

async function firstOf(stores: readonly RunStore[], specDigest: string, seed: string) {
  for (const store of stores) {
    const end = await store.read(specDigest, seed);
    const described = end === undefined ? undefined : await store.described(specDigest);
    if (end !== undefined && described !== undefined) return { end, described };
  }
  return undefined;
}
