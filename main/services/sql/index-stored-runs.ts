import path from 'node:path';
import { z } from 'zod';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Verdict } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { breakdownsTable } from '../../../sim-core/results/tables/breakdowns-table.ts';
import { metricsTable } from '../../../sim-core/results/tables/metrics-table.ts';
import type { Files } from '../../ports/files.ts';
import { isUnwritable } from '../experiments/no-room.ts';
import { jsonIn } from '../json-in.ts';
import { openStoredRuns, storedManifestIn } from '../results/open-stored-runs.ts';
import { tableWriter } from '../results/table-writer.ts';
import type { FoundResult } from './find-results.ts';
import type { ResultSource } from './result-source.ts';

const format = 'depin-studio/index/1';
const indexName = 'index.json';
const largestIndex = 64 * 1024 * 1024;

/** What the Parquet files beside the seeds were made from, and what folding the seeds gave. */
const index = z.object({
  format: z.literal(format),
  /** The files of the seeds: their names, sizes and times, since one that was damaged may have been simulated again. */
  made: z.string(),
  digest: z.string(),
  seeds: z.number(),
  failed: z.number(),
  verdicts: z.array(z.unknown()),
});

/**
 * The runs of one spec in the run store as tables that SQL reads. The store keeps a seed as its bare numbers; the first
 * question makes Parquet files of them, which stay beside them until a seed is added.
 */
export async function indexStoredRuns(
  files: Files,
  { run, folder }: FoundResult,
  engine: Engine,
): Promise<ResultSource> {
  const stored = await storedManifestIn(files, folder);
  const { specDigest, engineId, scenario, overlays } = stored;
  const { digest, seeds, failed, made, verdicts } = await indexOf(files, folder, engine);
  return {
    ...{ run, folder, digest, scenario, overlays, engineId, specDigest, failed },
    // A seed that is damaged is in no table.
    complete: failed === 0 && seeds === seedsIn(made),
    finished: seeds,
    // Written by `indexOf` from a fold of the same engine's rules.
    verdicts: verdicts as readonly Verdict[],
    // The store checked the digest of its manifest: the spec is as it was when it was run.
    spec: stored.spec as ScenarioSpec,
    metrics: { kind: 'parquet', file: path.join(folder, 'metrics.parquet') },
    breakdowns: { kind: 'parquet', file: path.join(folder, 'breakdowns.parquet') },
  };
}

async function indexOf(files: Files, folder: string, engine: Engine): Promise<z.infer<typeof index>> {
  const stamps = await files.stampsUnder(folder);
  const made = stamps.filter((stamp) => stamp.startsWith('seed-')).join(', ');
  const before = await readIndex(files, folder);
  const kept = ['metrics', 'breakdowns'].every((name) =>
    stamps.some((stamp) => stamp.startsWith(`${name}.parquet `)),
  );
  if (kept && before?.made === made) return before;
  return await writeIndex(files, folder, engine, made).catch(tellWhy);
}

async function writeIndex(
  files: Files,
  folder: string,
  engine: Engine,
  made: string,
): Promise<z.infer<typeof index>> {
  const { batch } = await openStoredRuns(files, folder, engine);
  const contentsOf = await tableWriter('parquet');
  for (const table of [metricsTable(batch), breakdownsTable(batch)])
    await files.write(path.join(folder, `${table.name}.parquet`), contentsOf(table));
  const { digest, verdicts } = batch;
  const [seeds, failed] = [batch.seeds.length, batch.failures.length];
  const fresh: z.infer<typeof index> = { format, made, digest, seeds, failed, verdicts: [...verdicts] };
  // Last, so that an index never speaks of tables that are not there.
  await files.write(path.join(folder, indexName), `${JSON.stringify(fresh)}\n`);
  return fresh;
}

/** Who asks where nothing may be written has named no place to write to. */
function tellWhy(thrown: unknown): never {
  if (!isUnwritable(thrown)) throw thrown;
  const hint =
    'SQL keeps tables beside the seeds of a run. Ask a copy of the folder, in a place that can be written.';
  throw new StudioError({ ...toProblem(thrown), hint });
}

/** How many seeds these files are of: one that failed once and was run again has two. */
const seedsIn = (made: string): number =>
  new Set(made.match(/(?<=^|, )seed-[^.,]+\.(?=seed |failure\.json )/g)).size;

async function readIndex(files: Files, folder: string): Promise<z.infer<typeof index> | undefined> {
  const content = await files.read(path.join(folder, indexName), largestIndex);
  return content.kind === 'bytes' ? index.safeParse(jsonIn(content.bytes)).data : undefined;
}
