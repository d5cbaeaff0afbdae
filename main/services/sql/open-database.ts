import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { Database } from '../../ports/database.ts';
import { openDuckDb } from '../../ports/duckdb.ts';
import type { Files } from '../../ports/files.ts';
import type { Installation } from '../installation.ts';
import { databaseOf } from './database-of.ts';
import { findResults } from './find-results.ts';
import { openSource } from './open-source.ts';
import { isSweepFormat, openSweep } from './open-sweep.ts';
import type { ResultSource } from './result-source.ts';

/** The results in these folders as a database that only answers; `damaged` is told of manifests whose results are left out. */
export async function openDatabase(
  files: Files,
  folders: readonly string[],
  { engineUrl }: Installation,
  damaged: (manifest: string) => void,
): Promise<Database> {
  const found = await findResults(files, folders, damaged);
  const engine = await loadEngine(engineUrl.href);
  const sources: ResultSource[] = [];
  for (const each of found)
    if (!isSweepFormat(each.format)) sources.push(await openSource(files, each, engine));
  const sweeps = found.filter(({ format }) => isSweepFormat(format)).map(openSweep);
  return await openDuckDb(databaseOf(sources, sweeps));
}
