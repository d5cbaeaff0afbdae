import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { SeedFailure, SeedResult } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { Manifest } from '../../../sim-core/results/manifest.ts';
import type { Files } from '../../ports/files.ts';
import { storeOfRun } from '../experiments/run-store.ts';
import { parseStoredManifest, type StoredManifest } from '../experiments/stored-manifest.ts';
import type { KeptResult } from './kept-result.ts';

type Kept = Pick<Manifest, 'metrics' | 'breakdowns' | 'parameters' | 'scenario'>;

const largestManifest = 256 * 1024 * 1024;

/** Every run of one spec that the run store keeps, folded in the order of their seeds. Throws `result.manifest`. */
export async function openStoredRuns(files: Files, folder: string, engine: Engine): Promise<KeptResult> {
  const stored = await storedManifestIn(files, folder);
  const { specDigest, engineId } = stored;
  const store = storeOfRun(files, folder, engineId);
  const seeds = [...(await store.seedsOf(specDigest))].sort(bySeed);
  const results: SeedResult[] = [];
  const failures: SeedFailure[] = [];
  for (const seed of seeds) {
    const end = await store.read(specDigest, seed);
    if (end === undefined) continue;
    if ('columns' in end) results.push(end);
    else failures.push(end);
  }
  // The store checked the digest of its manifest: the spec is as it was when it was run.
  const spec = stored.spec as ScenarioSpec;
  // zod spells an absent key as one that may be undefined; JSON has no such value.
  const { metrics, breakdowns, parameters, scenario } = stored as unknown as Kept;
  const batch = engine.fold(spec, seeds, results, failures, { metrics, breakdowns });
  return {
    folder,
    batch,
    manifest: {
      format: 'depin-studio/run/1',
      digest: batch.digest,
      complete: batch.seeds.length === seeds.length,
      scenario,
      overlays: stored.overlays,
      engineId,
      specDigest,
      seeds,
      results: batch.seeds.map(({ seed, digest }) => ({ seed, digest })),
      failures: batch.failures,
      metrics: batch.metrics,
      breakdowns: batch.breakdowns,
      parameters,
      verdicts: batch.verdicts,
      spec,
    },
  };
}

/** The manifest of a spec's runs. Throws `result.manifest`. */
export async function storedManifestIn(files: Files, folder: string): Promise<StoredManifest> {
  const file = path.join(folder, 'manifest.json');
  const content = await files.read(file, largestManifest);
  const stored = content.kind === 'bytes' ? parseStoredManifest(content.bytes) : undefined;
  if (stored !== undefined) return stored;
  throw new StudioError({
    code: 'result.manifest',
    message: `${file} is neither the manifest of a run nor that of kept runs.`,
    hint: 'Name a folder that `run --out` wrote, or a folder of runs/.',
    where: file,
  });
}

/** 2 before 10, as in a range of seeds; words after numbers, by their characters. */
const bySeed = (a: string, b: string): number => {
  const [left, right] = [Number(a), Number(b)];
  if (Number.isNaN(left) !== Number.isNaN(right)) return Number.isNaN(left) ? 1 : -1;
  return left - right || (a < b ? -1 : 1);
};
