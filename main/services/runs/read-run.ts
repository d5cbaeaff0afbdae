import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { RunRow } from '../../api/runs/runs-api.ts';
import type { Files, FolderStamp } from '../../ports/files.ts';
import type { KeptResult } from '../results/kept-result.ts';
import { openResult } from '../results/open-result.ts';
import { type About, readAbout } from './about-file.ts';
import { changesOf } from './changes-of.ts';
import type { Bases } from './find-base.ts';
import { brokenRow, type RunPlace, runRow } from './run-row.ts';

export interface RunReader {
  readonly files: Files;
  readonly engine: Engine;
  readonly bases: Bases;
}

/** The row of a folder of runs; undefined where it holds none. What is wrong with its files is in the row. */
export async function readRun(
  { files, engine, bases }: RunReader,
  runs: string,
  { name, changedMs }: Pick<FolderStamp, 'name' | 'changedMs'>,
): Promise<RunRow | undefined> {
  const folder = path.join(runs, name);
  const place: RunPlace = { run: name, folder, changedAt: new Date(changedMs).toISOString() };
  if (!(await isRun(files, folder))) return undefined;
  const about = await readAbout(files, folder);
  try {
    const kept = await openResult(files, folder, engine);
    return runRow(place, kept, about, await changedIn(bases, kept, about));
  } catch (error) {
    return brokenRow(place, toProblem(error), about);
  }
}

/** What a run has differently from its base: as it was told when it was made, else as it is now. */
async function changedIn(bases: Bases, { manifest }: KeptResult, { changed, scenario }: About) {
  if (changed !== undefined)
    return changed.map(({ path, from, to }) => ({
      path,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }));
  const base = await bases.base(scenario ?? manifest.scenario.id);
  return base === undefined ? [] : changesOf(base, manifest);
}

/** A folder with a manifest, whole or not, or with seeds. */
async function isRun(files: Files, folder: string): Promise<boolean> {
  const names = await files.filesUnder(folder);
  return names.some((name) => name === 'manifest.json' || /^seed-[^/]+\.seed$/.test(name));
}
