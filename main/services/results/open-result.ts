import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Files } from '../../ports/files.ts';
import { batchOfTables } from './batch-of-tables.ts';
import type { tableFormats } from './formats.ts';
import type { KeptResult } from './kept-result.ts';
import type { ReadTable } from './kept-table.ts';
import { openStoredRuns } from './open-stored-runs.ts';
import { isRunManifest, readManifest } from './read-manifest.ts';
import { readTable } from './read-table.ts';

/** What Node reads into one buffer. */
const largestTable = 2 ** 31 - 1;
const largestManifest = 256 * 1024 * 1024;

/**
 * Reads a result folder that `run` wrote, in whichever format it holds, or the folder of a spec in the run store; checks
 * every seed against its digest. Throws `result.missing`, `result.manifest`, `result.damaged`.
 */
export async function openResult(files: Files, folder: string, engine: Engine): Promise<KeptResult> {
  // Where that may not be done, the digests say what is wrong.
  await files.finishTogether(folder).catch(() => {});
  const json = await manifestIn(files, folder);
  if (!isRunManifest(json)) return await openStoredRuns(files, folder, engine);
  const manifest = readManifest(json, path.join(folder, 'manifest.json'));
  const metrics = await tableIn(files, folder, 'metrics');
  const breakdowns = await tableIn(files, folder, 'breakdowns');
  try {
    return { folder, manifest, batch: batchOfTables(manifest, metrics, breakdowns) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new StudioError({
      code: 'result.damaged',
      message: `The files in ${folder} are not those of its manifest.json: ${error.message}.`,
      hint: `They were changed or mixed up. Make them anew: ${manifest.command}`,
      where: folder,
    });
  }
}

/** The JSON of `manifest.json`. Throws where there is none. */
async function manifestIn(files: Files, folder: string): Promise<unknown> {
  const file = path.join(folder, 'manifest.json');
  const content = await files.read(file, largestManifest);
  if (content.kind !== 'bytes') {
    throw new StudioError({
      code: 'result.missing',
      message: `${folder} holds no result: there is no manifest.json that can be read.`,
      hint: 'Name a folder that `run --out` wrote, or a folder of runs/.',
      where: folder,
    });
  }
  try {
    return JSON.parse(Buffer.from(content.bytes).toString('utf8'));
  } catch {
    throw new StudioError({
      code: 'result.manifest',
      message: `${file} is not JSON.`,
      hint: 'It is damaged. Run the scenario again.',
      where: file,
    });
  }
}

/** A table in the first format in which it is there. */
async function tableIn(files: Files, folder: string, name: string): Promise<ReadTable> {
  for (const format of [
    'parquet',
    'arrow',
    'csv',
    'json',
  ] as const satisfies (typeof tableFormats)[number][]) {
    const file = path.join(folder, `${name}.${format}`);
    const content = await files.read(file, largestTable);
    if (content.kind === 'missing') continue;
    if (content.kind === 'bytes') return await readTable(format, content.bytes, file);
    throw new StudioError({
      code: 'result.damaged',
      message:
        content.kind === 'too-large'
          ? `${file} has ${content.size} bytes, more than can be read at once.`
          : `${file} cannot be read: ${content.because}.`,
      hint:
        format === 'csv' || format === 'parquet'
          ? 'Query it with `sql`, which reads it in pieces.'
          : 'Write it as Parquet, a tenth as large, by the command in its manifest.json with `--format parquet`.',
      where: file,
    });
  }
  throw new StudioError({
    code: 'result.missing',
    message: `${folder} has a manifest.json, and no ${name}.csv, .parquet, .arrow or .json.`,
    hint: 'Run the scenario again with the command in the manifest.',
    where: folder,
  });
}
