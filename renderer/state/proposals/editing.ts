import type { KeptProposal } from '../../../main/api/proposals/proposals-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import { createStore, type Store } from '../store.ts';
import { keepUnsaved, readUnsaved } from '../unsaved.ts';

/** A proposal that is open for editing. */
export interface OpenProposal {
  /** Name of its file. */
  readonly id: string;
  /** Its project and its name: under it this browser keeps what belongs to it. */
  readonly key: string;
  readonly text: string;
  /** As it stands on disk; its digest is that of the text that was there when the person began to type. */
  readonly saved: KeptProposal;
  /** Another program has changed the file meanwhile, or it cannot be written. */
  readonly problem?: Problem;
}

/** Proposals are files of the project: what is typed is written a moment later, and is in the page's storage until then. */
export interface Editing {
  readonly open: Pick<Store<OpenProposal | undefined>, 'get' | 'subscribe'>;
  /** Opens a file; what was typed and not written when the page was left comes back, and is written unless the file has changed since. */
  show(id: string): Promise<void>;
  /** Writes a new file, and opens it. */
  add(id: string, text: string): Promise<OpenProposal>;
  write(text: string): void;
  /** Writes at once what is not written yet. */
  flush(): Promise<void>;
  /** Where the file was changed outside: whose text stays. */
  settle(keep: 'mine' | 'theirs'): Promise<void>;
  /** Another project is open: its proposals are others. What is not written yet waits in the storage. */
  leave(): void;
}

/** Milliseconds without a key after which it is written. */
const pause = 600;
const keptAs = ({ key }: OpenProposal): string => `studio.proposal:${key}`;

export function createEditing(client: Client, storage: Storage): Editing {
  const open = createStore<OpenProposal | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  /** The file that was asked for last: an answer about another comes too late. */
  let wanted: string | undefined;

  const keyOf = async (id: string): Promise<string> => {
    const { project } = await client.call('projects.current', {});
    return `${project.folder}:${id}`;
  };
  /** What is not on the disk is in the storage. */
  const become = (now: OpenProposal): void => {
    const { text, saved } = now;
    keepUnsaved(storage, keptAs(now), text === saved.text ? undefined : { text, over: saved.digest });
    open.set(now);
  };
  const save = async (): Promise<void> => {
    const now = open.get();
    if (now === undefined || now.text === now.saved.text || now.problem !== undefined) return;
    const { id, text, saved } = now;
    try {
      const kept = await client.call('proposals.save', { id, text, over: saved.digest });
      const then = open.get();
      if (then?.key === now.key) become({ ...then, saved: kept });
    } catch (error) {
      const then = open.get();
      if (then?.key === now.key) open.set({ ...then, problem: toProblem(error) });
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
      wanted = id;
      if (open.get()?.id === id) return;
      await flush();
      const key = await keyOf(id);
      const saved = await client.call('proposals.open', { id });
      if (wanted !== id) return;
      const asSaved = { id, key, text: saved.text, saved };
      const left = readUnsaved(storage, keptAs(asSaved));
      if (left === undefined || left.text === saved.text) return become(asSaved);
      become({ id, key, text: left.text, saved: { ...saved, digest: left.over } });
      await flush();
    },
    async add(id, text) {
      await flush();
      const saved = await client.call('proposals.save', { id, text });
      const added = { id: saved.id, key: await keyOf(saved.id), text, saved };
      wanted = saved.id;
      become(added);
      return added;
    },
    write(text) {
      const now = open.get();
      if (now === undefined || now.text === text) return;
      become({ ...now, text });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pause);
    },
    flush,
    async settle(keep) {
      const now = open.get();
      if (now === undefined) return;
      const { id, key } = now;
      const saved = await client.call('proposals.open', { id });
      become({ id, key, saved, text: keep === 'mine' ? now.text : saved.text });
      await flush();
    },
    leave() {
      clearTimeout(timer);
      wanted = undefined;
      open.set(undefined);
    },
  };
}
