import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { Installation } from '../installation.ts';
import type { Case } from './case.ts';
import { createDesks } from './desks.ts';
import { bytesOfSeed } from './open-case.ts';
import type { RunStore } from './run-store.ts';

/** What cases will cost, before they are started. */
export interface Estimate {
  readonly cases: number;
  /** Seeds of all cases together. */
  readonly runs: number;
  /** Of these, how many the store holds. */
  readonly stored: number;
  /** Milliseconds until the rest is simulated. */
  readonly durationMs: number;
  /** What the rest takes on the disk. */
  readonly bytes: number;
}

/** How long a slice may take: long enough that code is warm, short enough not to be noticed. */
const sliceMs = 1500;

/** The least a run costs beside its simulation: messages, and its way to the disk; milliseconds. */
export const leastMs = 3;

/**
 * Counts what has to be simulated, and simulates a slice of the first seed that has to be, to see how fast it goes. The cost of a
 * run is taken to grow with its days and its rows of agents.
 */
export async function estimateOf(
  cases: Iterable<Case>,
  { installation, engine, store, workers }: EstimateOptions,
): Promise<Estimate> {
  let count = 0;
  let runs = 0;
  let stored = 0;
  let bytes = 0;
  let load = 0;
  let missing: { readonly of: Case; readonly seed: string } | undefined;
  for (const each of cases) {
    const { spec, code } = each.document;
    const kept = (await store?.seedsOf(engine.specDigest(spec))) ?? new Set<string>();
    const lacking = each.seeds.filter((seed) => !kept.has(seed));
    count += 1;
    runs += each.seeds.length;
    stored += each.seeds.length - lacking.length;
    load += lacking.length * loadOf(spec);
    const described = code === undefined ? engine.describedOf(spec) : undefined;
    bytes += lacking.length * bytesOfSeed(spec.ticks, described);
    const [seed] = lacking;
    if (seed !== undefined) missing ??= { of: each, seed };
  }
  const msPerLoad = missing === undefined ? 0 : await msPerLoadOf(installation, missing.of, missing.seed);
  const simulating = load * msPerLoad + (runs - stored) * leastMs;
  return { cases: count, runs, stored, bytes, durationMs: simulating / workers };
}

/** What a search costs that makes `budget` runs like those of this case, whatever points it takes. */
export async function estimateOfSearch(
  { document }: Pick<Case, 'document'>,
  budget: number,
  { store, ...options }: EstimateOptions,
): Promise<Estimate> {
  const one = await estimateOf([{ document, seeds: ['1'] }], options);
  const bytes = store === undefined ? 0 : one.bytes * budget;
  return { cases: budget, runs: budget, stored: 0, durationMs: one.durationMs * budget, bytes };
}

export interface EstimateOptions {
  readonly installation: Installation;
  readonly engine: Engine;
  readonly store?: RunStore;
  readonly workers: number;
}

/** Rows of agents times days; a day costs something without any agent. */
export const loadOf = ({ ticks, mechanisms }: ScenarioSpec): number =>
  ticks *
  mechanisms.reduce((sum, { parameters: { rows } }) => sum + (typeof rows === 'number' ? rows : 0), 500);

/** Milliseconds per load, from the days that a seed gets through in a slice. */
export async function msPerLoadOf(
  installation: Installation,
  { document }: Pick<Case, 'document'>,
  seed: string,
): Promise<number> {
  const { spec, code } = document;
  const desks = createDesks(installation, 1);
  const times: { readonly at: number; readonly days: number }[] = [];
  const one = async (): Promise<void> => {
    const desk = desks.free(code);
    const started = performance.now();
    try {
      await desk?.simulate({ spec, seed }, ({ done }) => {
        times.push({ at: performance.now(), days: done });
        const [first] = times;
        if (first !== undefined && performance.now() - first.at > sliceMs) desks.cancel();
      });
      times.splice(0, times.length, { at: started, days: 0 }, { at: performance.now(), days: spec.ticks });
    } finally {
      desk?.release();
    }
  };
  try {
    await one();
    // The first seed of a worker also pays for starting it.
    times.length = 0;
    await one();
  } catch (thrown) {
    // A seed that fails at once says nothing of the others' time, and will be told when it is its turn.
    if (!(thrown instanceof StudioError)) throw thrown;
  } finally {
    desks.close();
  }
  const [first, last] = [times[0], times.at(-1)];
  const days = (last?.days ?? 0) - (first?.days ?? 0);
  if (first === undefined || last === undefined || days <= 0) return 0;
  return ((last.at - first.at) * spec.ticks) / days / loadOf(spec);
}
