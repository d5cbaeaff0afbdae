import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Files } from '../../ports/files.ts';
import { isRunManifest, readManifest } from '../results/read-manifest.ts';
import type { FoundResult } from './find-results.ts';
import { indexStoredRuns } from './index-stored-runs.ts';
import type { ResultSource, TableFile } from './result-source.ts';

/** A header longer than this is none of ours. */
const longestHeader = 1 << 20;

/** What a found result brings to the database. Throws `result.manifest`, `sql.no-table`. */
export async function openSource(files: Files, found: FoundResult, engine: Engine): Promise<ResultSource> {
  const { run, folder, manifest: json } = found;
  if (!isRunManifest(json)) return await indexStoredRuns(files, found, engine);
  const manifest = readManifest(json, path.join(folder, 'manifest.json'));
  const { digest, scenario, overlays, complete, engineId, specDigest, verdicts, spec } = manifest;
  const { startedAt, durationMs, command, results, failures } = manifest;
  return {
    ...{ run, folder, digest, scenario, overlays, complete, engineId, specDigest, verdicts, spec },
    ...{ startedAt, durationMs, command, finished: results.length, failed: failures.length },
    metrics: await tableIn(files, folder, 'metrics'),
    breakdowns: await tableIn(files, folder, 'breakdowns'),
  };
}

async function tableIn(files: Files, folder: string, name: string): Promise<TableFile> {
  const names = await files.filesUnder(folder);
  const parquet = `${name}.parquet`;
  if (names.includes(parquet)) return { kind: 'parquet', file: path.join(folder, parquet) };
  const csv = `${name}.csv`;
  if (names.includes(csv)) {
    const file = path.join(folder, csv);
    return { kind: 'csv', file, columns: await headerOf(files, file) };
  }
  throw new StudioError({
    code: 'sql.no-table',
    message: `${folder} has neither ${parquet} nor ${csv}, which SQL reads.`,
    hint: `Write one: export ${folder} --format parquet --out ${folder}`,
    where: folder,
  });
}

async function headerOf(files: Files, file: string): Promise<readonly string[]> {
  const start = await files.readStart(file, longestHeader);
  return Buffer.from(start).toString('utf8').split('\n')[0]?.split(',') ?? [];
}
