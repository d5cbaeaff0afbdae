import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { breakdownsTable } from '../../../sim-core/results/tables/breakdowns-table.ts';
import { metricsTable } from '../../../sim-core/results/tables/metrics-table.ts';
import type { ResultTable } from '../../../sim-core/results/tables/result-table.ts';
import type { Files } from '../../ports/files.ts';
import { isRunManifest, readManifest } from '../results/read-manifest.ts';
import type { FoundResult } from './find-results.ts';
import { indexStoredRuns } from './index-stored-runs.ts';
import type { ResultSource, TableFile } from './result-source.ts';

/** What a found result brings to the database. Throws `result.manifest`, `sql.no-table`. */
export async function openSource(files: Files, found: FoundResult, engine: Engine): Promise<ResultSource> {
  const { run, folder, manifest: json } = found;
  if (!isRunManifest(json)) return await indexStoredRuns(files, found, engine);
  const manifest = readManifest(json, path.join(folder, 'manifest.json'));
  const { digest, scenario, overlays, complete, engineId, specDigest, verdicts, spec } = manifest;
  const { startedAt, durationMs, command, results, failures } = manifest;
  const { metrics, breakdowns } = manifest;
  const empty = { metrics, breakdowns, seeds: [], sampleTicks: [], startDay: 0, ticks: 0 };
  return {
    ...{ run, folder, digest, scenario, overlays, complete, engineId, specDigest, verdicts, spec },
    ...{ startedAt, durationMs, command, finished: results.length, failed: failures.length },
    metrics: await tableIn(files, folder, metricsTable(empty)),
    breakdowns: await tableIn(files, folder, breakdownsTable(empty)),
  };
}

/** A table in a format that DuckDB reads; its columns are known from the manifest. */
async function tableIn(files: Files, folder: string, { name, columns }: ResultTable): Promise<TableFile> {
  const names = await files.filesUnder(folder);
  const parquet = `${name}.parquet`;
  if (names.includes(parquet)) return { kind: 'parquet', file: path.join(folder, parquet) };
  const csv = `${name}.csv`;
  if (names.includes(csv)) return { kind: 'csv', file: path.join(folder, csv), columns };
  throw new StudioError({
    code: 'sql.no-table',
    message: `${folder} has neither ${parquet} nor ${csv}, which SQL reads.`,
    hint: `Write one: export ${folder} --format parquet --out ${folder}`,
    where: folder,
  });
}
