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
  /** Folders that are to be read, the latest first, and which of them is next: to look through all at every turn would be the square of the runs. */
  let waiting: readonly FolderStamp[] = [];
  let next = 0;
  let sorted: readonly RunRow[] = [];
  let revision = '';
  let lookNext = Number.NEGATIVE_INFINITY;
  const inTurn = createTurns();

  /** Looks at the disk: forgets what is gone, and finds what is new or changed. */
  const look = async (runs: Map<string, IndexedRun>): Promise<void> => {
    const from = now();
    const stamps = await files.folderStamps(folder, manifestName);
    lookNext = now() + Math.max(lookAgain, (now() - from) * lookAgainTimes);
    const there = new Set(stamps.map(({ name }) => name));
    for (const name of runs.keys()) if (!there.has(name)) runs.delete(name);
    waiting = stamps
      .filter(({ name, stamp }) => runs.get(name)?.stamp !== stamp)
      .sort((a, b) => b.changedMs - a.changedMs);
    next = 0;
  };

  const publish = (runs: ReadonlyMap<string, IndexedRun>): void => {
    sorted = [...runs.values()]
      .flatMap(({ row }) => (row === null ? [] : [row]))
      .sort((a, b) => (a.when === b.when ? (a.run < b.run ? -1 : 1) : a.when < b.when ? 1 : -1));
    const hash = createHash('sha256');
    for (const [name, { stamp }] of runs) hash.update(`${name} ${stamp}\n`);
    revision = hash.digest('hex').slice(0, 16);
  };

  /** Reads what is unread: for a moment, or to the end. */
  const catchUp = async (toTheEnd: boolean): Promise<void> => {
    const from = now();
    known ??= await readIndex(files, file);
    const runs = known;
    const until = toTheEnd ? Number.POSITIVE_INFINITY : from + moment + runs.size * momentARun;
    const before = runs.size;
    // While there is much to read, who asks again wants the rest, not another look at what was just looked at.
    if (next >= waiting.length || now() > lookNext) await look(runs);
    const gone = runs.size < before;
    const first = next;
    while (next < waiting.length && (next === first || now() < until)) {
      const some = waiting.slice(next, next + readsAtOnce);
      const rows = await Promise.all(some.map((stamp) => read(folder, stamp)));
      for (const [at, { name, stamp }] of some.entries()) runs.set(name, { stamp, row: rows[at] ?? null });
      next += some.length;
    }
    publish(runs);
    // While there is much to read the file would be written over and over.
    if ((next > first && next === waiting.length) || gone) await write(runs);
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
      unread: waiting.length - next,
      rows: sorted.slice(from, from + pageRows),
    }),
    rows: () => sorted,
    row: (run) => known?.get(run)?.row ?? undefined,
  };
}
