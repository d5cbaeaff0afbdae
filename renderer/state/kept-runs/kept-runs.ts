import type { RunRow } from '../../../main/api/runs/runs-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import { createStore, type Store, subscribeAll } from '../store.ts';

/** The runs of the project as far as they have come. */
export interface RunList {
  /** The latest first; undefined until the first have come. */
  readonly rows?: readonly RunRow[];
  /** Runs on the disk that have not been read yet. */
  readonly unread: number;
  readonly problem?: Problem;
}

/** What the Runs screen shares with commands. */
export interface KeptRuns {
  readonly list: Pick<Store<RunList>, 'get' | 'subscribe'>;
  /** Names of the runs that are chosen. */
  readonly chosen: Store<ReadonlySet<string>>;
  /** The run whose details are open. */
  readonly opened: Store<string | undefined>;
  /** What stands between the bar and the table: a question or a form. */
  readonly asking: Store<'export' | 'remove' | undefined>;
  /** Looks at the disk and brings the list up to date; ends when every run has been read. */
  load(): Promise<void>;
  row(run: string): RunRow | undefined;
  /** Sends what has ended into the project, one after another; `send` never rejects. */
  keep(send: () => Promise<void>): void;
  /** Ends when everything that was to be kept has been sent. */
  flush(): Promise<void>;
  /** Another project is open: its runs are others. */
  leave(): void;
  subscribe(listener: () => void): () => void;
}

/** Times as many runs as are shown, before they are shown while others are still read. */
const muchMore = 1.5;

export function createKeptRuns(client: Client): KeptRuns {
  const list = createStore<RunList>({ unread: 0 });
  const chosen = createStore<ReadonlySet<string>>(new Set());
  const opened = createStore<string | undefined>(undefined);
  const asking = createStore<'export' | 'remove' | undefined>(undefined);
  let loading: Promise<void> | undefined;
  let again = false;
  let sending: Promise<void> = Promise.resolve();

  /** All pages of one look at the disk; undefined where it changed meanwhile. */
  const pages = async (): Promise<{ rows: readonly RunRow[]; unread: number } | undefined> => {
    const first = await client.call('runs.list', { from: 0 });
    const known = list.get().rows;
    // All pages after each of many looks would be the square of the runs: while more comes, only what has become much more is fetched.
    const latest = first.rows[0]?.run === known?.[0]?.run;
    if (known !== undefined && latest && first.unread > 0 && first.total < known.length * muchMore)
      return { rows: known, unread: first.total + first.unread - known.length };
    const rows = [...first.rows];
    // What is seen at once is there at once.
    if (list.get().rows === undefined) list.set({ rows: first.rows, unread: first.total - rows.length });
    while (rows.length < first.total) {
      const next = await client.call('runs.list', { from: rows.length });
      if (next.revision !== first.revision || next.rows.length === 0) return undefined;
      rows.push(...next.rows);
    }
    return { rows, unread: first.unread };
  };
  const look = async (): Promise<void> => {
    try {
      for (let unread = 1; unread > 0 || again; ) {
        again = false;
        const seen = await pages();
        if (seen === undefined) continue;
        ({ unread } = seen);
        list.set(seen);
        forget(seen.rows);
      }
    } catch (error) {
      list.set({ ...list.get(), problem: toProblem(error) });
    }
  };
  /** What is gone is neither chosen nor open. */
  const forget = (rows: readonly RunRow[]): void => {
    const there = new Set(rows.map(({ run }) => run));
    const left = [...chosen.get()].filter((run) => there.has(run));
    if (left.length < chosen.get().size) chosen.set(new Set(left));
    const open = opened.get();
    if (open !== undefined && !there.has(open)) opened.set(undefined);
  };
  return {
    list,
    chosen,
    opened,
    asking,
    load() {
      again = loading !== undefined;
      loading ??= look().finally(() => {
        loading = undefined;
      });
      return loading;
    },
    row: (run) => list.get().rows?.find((each) => each.run === run),
    keep(send) {
      sending = sending.then(send);
    },
    flush: () => sending,
    leave() {
      list.set({ unread: 0 });
      chosen.set(new Set());
      for (const each of [opened, asking]) each.set(undefined);
    },
    subscribe: (listener) => subscribeAll([list, chosen, opened, asking], listener),
  };
}
