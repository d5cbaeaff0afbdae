import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RunPage, RunRow } from '../../api/runs/runs-api.ts';
import type { Files, FolderStamp } from '../../ports/files.ts';
import { createTurns } from '../create-turns.ts';
import { indexText, readIndex } from './index-file.ts';
import type { IndexedRun } from './indexed-run.ts';

/** The list of all runs in a folder: read once, then only what has changed. */
export interface RunIndex {
  readonly folder: string;
  /** Looks what has changed on the disk and reads of it what fits into a moment; the rest counts as unread. */
  refresh(): Promise<void>;
  /** Reads all that is unread. */
  complete(): Promise<void>;
  page(from: number): RunPage;
  rows(): readonly RunRow[];
  row(run: string): RunRow | undefined;
}

interface IndexParts {
  readonly files: Files;
  /** Where the runs are. */
  readonly folder: string;
  read(folder: string, stamp: FolderStamp): Promise<RunRow | undefined>;
  /** Milliseconds. */
  now(): number;
}

const indexName = 'index.json';
const manifestName = 'manifest.json';
/** Rows that are answered at once: few enough that a page takes them in without a stop. */
const pageRows = 500;
/** How long a refresh may read, in milliseconds; longer where more runs are known, since to list them takes as long as they are many. */
const moment = 400;
const momentARun = 0.01;
/** Folders that are read side by side, so that the processor does not wait for the disk. */
const readsAtOnce = 8;
/** How long a look at the disk stands while there is more to read: in milliseconds, and in times of what it took. */
const lookAgain = 10_000;
const lookAgainTimes = 10;

export function createRunIndex({ files, folder, read, now }: IndexParts): RunIndex {
  const file = path.join(folder, indexName);
  let known: Map<string, IndexedRun> | undefined;
  let stamps: readonly FolderStamp[] = [];
  let sorted: readonly RunRow[] = [];
  /** How many are unread: to count them for each page of the list would be the square of the runs. */
  let left = 0;
  let revision = '';
  let lookNext = Number.NEGATIVE_INFINITY;
  const inTurn = createTurns();

  const unread = (): readonly FolderStamp[] =>
    stamps.filter(({ name, stamp }) => known?.get(name)?.stamp !== stamp);

  const publish = (): void => {
    const there = new Set(stamps.map(({ name }) => name));
    for (const name of known?.keys() ?? []) if (!there.has(name)) known?.delete(name);
    sorted = [...(known?.values() ?? [])]
      .flatMap(({ row }) => (row === null ? [] : [row]))
      .sort((a, b) => (a.when === b.when ? (a.run < b.run ? -1 : 1) : a.when < b.when ? 1 : -1));
    const hash = createHash('sha256');
    for (const [name, { stamp }] of known ?? []) hash.update(`${name} ${stamp}\n`);
    revision = hash.digest('hex').slice(0, 16);
    left = unread().length;
  };

  /** Reads what is unread, the latest first: for a moment, or to the end. */
  const catchUp = async (toTheEnd: boolean): Promise<void> => {
    const from = now();
    known ??= await readIndex(files, file);
    const until = toTheEnd ? Number.POSITIVE_INFINITY : from + moment + known.size * momentARun;
    // While there is much to read, who asks again wants the rest, not another look at what was just looked at.
    if (unread().length === 0 || now() > lookNext) {
      const from = now();
      stamps = await files.folderStamps(folder, manifestName);
      lookNext = now() + Math.max(lookAgain, (now() - from) * lookAgainTimes);
    }
    const before = known.size;
    const waiting = [...unread()].sort((a, b) => b.changedMs - a.changedMs);
    let done = 0;
    while (done < waiting.length && (done === 0 || now() < until)) {
      const some = waiting.slice(done, done + readsAtOnce);
      const rows = await Promise.all(some.map((stamp) => read(folder, stamp)));
      for (const [at, { name, stamp }] of some.entries()) known.set(name, { stamp, row: rows[at] ?? null });
      done += some.length;
    }
    publish();
    // While there is much to read the file would be written over and over.
    if ((done > 0 && done === waiting.length) || known.size < before) await write(known);
  };

  /** The list can be made anew from the runs, so a disk that is full or may not be written is no reason to fail. */
  const write = async (rows: ReadonlyMap<string, IndexedRun>): Promise<void> => {
    await files.write(file, indexText(rows)).catch(() => {});
  };

  return {
    folder,
    refresh: () => inTurn(() => catchUp(false)),
    complete: () => inTurn(() => catchUp(true)),
    page: (from) => ({
      revision,
      total: sorted.length,
      unread: left,
      rows: sorted.slice(from, from + pageRows),
    }),
    rows: () => sorted,
    row: (run) => known?.get(run)?.row ?? undefined,
  };
}
