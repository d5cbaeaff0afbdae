import type { Described, Engine } from '../../sim-core/contract/engine.ts';
import type { BatchResult, Frame, SeedFailure, SeedResult } from '../../sim-core/contract/run.ts';
import { createAllowance } from './allowance.ts';
import { type LiveSeed, withFrame } from './live-seed.ts';
import { createLiveSpreads, type LiveSpreads } from './live-spreads.ts';
import { createLiveVerdicts, type JudgedVerdict } from './live-verdicts.ts';
import type { RunRequest } from './run-snapshot.ts';

/** What has come of the seeds of a run so far. */
export interface Gathering {
  take(frame: Frame): void;
  finish(result: SeedResult): void;
  fail(failure: SeedFailure): void;
  /** Forgets seeds that have not finished. */
  dropLive(): void;
  /** Ticks that are known. */
  ticks(): number;
  /** All of it, in the order of the request. */
  get(): Gathered;
  /** All that has finished as one result; absent before the first seed. The same object until another seed is over. */
  folded(): BatchResult | undefined;
}

export interface Gathered {
  readonly live: readonly LiveSeed[];
  readonly results: readonly SeedResult[];
  readonly failures: readonly SeedFailure[];
  /** Seeds that failed, as far as they came; those that never began are not here. */
  readonly stopped: readonly LiveSeed[];
  readonly spreads: Pick<LiveSpreads, 'ofMetric' | 'ofBreakdown'>;
  /** Over the finished seeds. */
  readonly verdicts: readonly JudgedVerdict[];
}

/** Milliseconds of a turn that spreads and verdicts may take: a task of the page stays under 50 ms with its drawing. */
const allowed = 15;
const turn = 50;

/** @param onMore called where something was left for later: `get` again, and there is more */
export function createGathering(
  { spec, seeds }: RunRequest,
  engine: Engine,
  described: Described,
  onMore: () => void = () => {},
): Gathering {
  const results = new Map<string, SeedResult>();
  const failures = new Map<string, SeedFailure>();
  const live = new Map<string, LiveSeed>();
  const stopped = new Map<string, LiveSeed>();
  const allowance = createAllowance(allowed, turn, () => performance.now());
  const spreads = createLiveSpreads({ seeds: seeds.length, allowance, onMore });
  const judge = (result: SeedResult) => engine.fold(spec, [result.seed], [result], [], described).verdicts;
  const verdicts = createLiveVerdicts({ judge, allowance, onMore });
  const inOrder = <Value>(known: ReadonlyMap<string, Value>): Value[] =>
    seeds.flatMap((seed) => known.get(seed) ?? []);
  let folded: BatchResult | undefined;

  const fold = (): BatchResult | undefined => {
    if (results.size === 0) return undefined;
    const known = seeds.filter((seed) => results.has(seed) || failures.has(seed));
    return engine.fold(spec, known, inOrder(results), inOrder(failures), described);
  };

  return {
    take(frame) {
      if (results.has(frame.seed) || failures.has(frame.seed)) return;
      live.set(frame.seed, withFrame(live.get(frame.seed), frame));
    },
    finish(result) {
      live.delete(result.seed);
      results.set(result.seed, result);
      spreads.add(result);
      folded = undefined;
    },
    fail(failure) {
      const reached = live.get(failure.seed);
      if (reached !== undefined) stopped.set(failure.seed, reached);
      live.delete(failure.seed);
      failures.set(failure.seed, failure);
      folded = undefined;
    },
    dropLive: () => live.clear(),
    ticks: () =>
      [...live.values()].reduce((sum, { done }) => sum + done, (results.size + failures.size) * spec.ticks),
    get() {
      const finished = inOrder(results);
      return {
        live: inOrder(live),
        results: finished,
        failures: inOrder(failures),
        stopped: inOrder(stopped),
        spreads,
        verdicts: verdicts.over(finished),
      };
    },
    folded() {
      folded ??= fold();
      return folded;
    },
  };
}
