import type { QueryClient } from '@tanstack/react-query';
import type { SeedResult } from '../../sim-core/contract/run.ts';

/** Seeds that have been simulated: the same spec, engine and seed is never computed twice. */
export interface SeedCache {
  get(seed: string): SeedResult | undefined;
  set(result: SeedResult): void;
}

/** Kept for an hour after it was last used, then the memory is given back. */
const kept = 60 * 60 * 1000;

/** The part of the query cache that belongs to one spec on one engine. */
export function createSeedCache(queries: QueryClient, engineId: string, specDigest: string): SeedCache {
  const keyOf = (seed: string) => ['seed', engineId, specDigest, seed];
  queries.setQueryDefaults(['seed'], { gcTime: kept, staleTime: Number.POSITIVE_INFINITY });
  return {
    get: (seed) => queries.getQueryData<SeedResult>(keyOf(seed)),
    set: (result) => queries.setQueryData(keyOf(result.seed), result),
  };
}
