import type { Described, Engine } from '../../../sim-core/contract/engine.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { SeedFailure, SeedResult } from '../../../sim-core/contract/run.ts';
import { sampleTicks } from '../../../sim-core/kernel/sampling.ts';
import type { Case, CaseProgress, CaseResult } from './case.ts';
import type { RunStore } from './run-store.ts';

/** A case of which some seeds may still have to be simulated. */
export interface OpenCase<Its extends Case = Case> {
  readonly index: number;
  readonly case: Its;
  readonly specDigest: string;
  /** How seeds ended, of those that are over. */
  readonly ends: Map<string, SeedResult | SeedFailure>;
  /** What the spec reports, once it is known. */
  described: Described | undefined;
  /** Seeds that were simulated rather than found. */
  simulated: number;
  /** What its columns take when all seeds are over. */
  readonly bytes: number;
}

/** Metrics that a spec of a project's own code is taken to report until it has said. */
const guessedMetrics = 60;

interface OpenedWith {
  readonly engine: Engine;
  readonly store: RunStore | undefined;
  /** False where a worker has to say what the spec reports: it runs a project's own code, or another engine. */
  readonly describes: boolean;
}

/** A case with the seeds that the store holds. */
export async function openCase<Its extends Case>(
  { engine, store, describes }: OpenedWith,
  index: number,
  its: Its,
  progress: CaseProgress,
): Promise<OpenCase<Its>> {
  const { spec } = its.document;
  const specDigest = engine.specDigest(spec);
  const ends = new Map<string, SeedResult | SeedFailure>();
  let described: Described | undefined;
  try {
    described = describes ? engine.describedOf(spec) : await store?.described(specDigest);
  } catch (thrown) {
    // A spec with which no run can start fails by itself; other cases go on.
    for (const seed of its.seeds) {
      ends.set(seed, { seed, problem: toProblem(thrown) });
      progress.seedOver?.(index, seed, 'failed');
    }
  }
  if (store !== undefined && described !== undefined) {
    const kept = await store.seedsOf(specDigest);
    for (const seed of its.seeds.filter((each) => kept.has(each))) {
      const end = await store.read(specDigest, seed);
      if (end === undefined || !fits(end, described, spec.ticks)) {
        progress.damaged?.(index, seed);
        continue;
      }
      ends.set(seed, end);
      progress.seedOver?.(index, seed, 'columns' in end ? 'stored' : 'failed');
    }
  }
  const bytes = its.seeds.length * bytesOfSeed(spec.ticks, described);
  return { index, case: its, specDigest, ends, described, simulated: 0, bytes };
}

/** Bytes of one seed's columns and breakdowns. */
export function bytesOfSeed(ticks: number, described: Described | undefined): number {
  if (described === undefined) return guessedMetrics * ticks * 8;
  const groups = described.breakdowns.reduce((sum, each) => sum + each.groups.length, 0);
  return 8 * (described.metrics.length * ticks + groups * sampleTicks(ticks).length);
}

/** True where a kept seed has the columns that the spec reports. */
const fits = (end: SeedResult | SeedFailure, { metrics, breakdowns }: Described, ticks: number): boolean =>
  !('columns' in end) ||
  (end.columns.length === metrics.length &&
    end.breakdowns.length === breakdowns.length &&
    end.columns.every(({ length }) => length === ticks));

/** True where every seed is over. */
export const isOver = ({ case: { seeds }, ends }: OpenCase): boolean => seeds.every((seed) => ends.has(seed));

const nothing: Described = { metrics: [], breakdowns: [] };

/** The case folded in seed order. */
export function resultOf<Its extends Case>(
  engine: Engine,
  open: OpenCase<Its>,
  columns: boolean,
): CaseResult<Its> {
  const { index, case: its, specDigest, ends, described, simulated } = open;
  const results: SeedResult[] = [];
  const failures: SeedFailure[] = [];
  for (const end of ends.values()) 'columns' in end ? results.push(end) : failures.push(end);
  const folded = engine.fold(its.document.spec, its.seeds, results, failures, described ?? nothing);
  const seeds = columns
    ? folded.seeds
    : folded.seeds.map((seed) => ({ ...seed, columns: [], breakdowns: [] }));
  return { index, case: its, digest: folded.digest, specDigest, batch: { ...folded, seeds }, simulated };
}
