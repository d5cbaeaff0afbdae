import type { KeptProposal } from '../../../main/api/proposals/proposals-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import { createStore, type Store } from '../store.ts';

/** A proposal that is open for editing. */
export interface OpenProposal {
  /** Name of its file. */
  readonly id: string;
  readonly text: string;
  /** As it stands on disk. */
  readonly saved: KeptProposal;
  /** Another program has changed the file meanwhile, or it cannot be written. */
  readonly problem?: Problem;
}

/** Proposals are files of the project: what is typed is written a moment later, and is in the page's storage until then. */
export interface Editing {
  readonly open: Pick<Store<OpenProposal | undefined>, 'get' | 'subscribe'>;
  /** Opens a file; what was typed and not written when the page was left comes back. */
  show(id: string): Promise<void>;
  /** Writes a new file, and opens it. */
  add(id: string, text: string): Promise<KeptProposal>;
  write(text: string): void;
  /** Writes at once what is not written yet. */
  flush(): Promise<void>;
  /** Where the file was changed outside: whose text stays. */
  settle(keep: 'mine' | 'theirs'): Promise<void>;
}

/** Milliseconds without a key after which it is written. */
const pause = 600;
const keyOf = (id: string): string => `studio.proposal:${id}`;

export function createEditing(client: Client, storage: Storage): Editing {
  const open = createStore<OpenProposal | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();

  const save = async (): Promise<void> => {
    const now = open.get();
    if (now === undefined || now.text === now.saved.text || now.problem !== undefined) return;
    const { id, text, saved } = now;
    try {
      const kept = await client.call('proposals.save', { id, text, over: saved.digest });
      const then = open.get();
      if (then?.id !== id) return;
      open.set({ ...then, saved: kept });
      if (then.text === text) storage.removeItem(keyOf(id));
    } catch (error) {
      const then = open.get();
      if (then?.id === id) open.set({ ...then, problem: toProblem(error) });
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    turn = turn.then(save);
    return turn;
  };
  return {
    open,
    async show(id) {
      if (open.get()?.id === id) return;
      await flush();
      const saved = await client.call('proposals.open', { id });
      const text = storage.getItem(keyOf(id)) ?? saved.text;
      open.set({ id, text, saved });
    },
    async add(id, text) {
      await flush();
      const saved = await client.call('proposals.save', { id, text });
      open.set({ id: saved.id, text, saved });
      return saved;
    },
    write(text) {
      const now = open.get();
      if (now === undefined || now.text === text) return;
      open.set({ ...now, text });
      storage.setItem(keyOf(now.id), text);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pause);
    },
    flush,
    async settle(keep) {
      const now = open.get();
      if (now === undefined) return;
      const saved = await client.call('proposals.open', { id: now.id });
      if (keep === 'theirs') storage.removeItem(keyOf(now.id));
      open.set({ id: now.id, saved, text: keep === 'mine' ? now.text : saved.text });
      await flush();
    },
  };
}
