import type { ComposeAsked, ProposalTask } from '../../../main/api/proposals/proposals-api.ts';
import type { Client } from '../../client/client.ts';
import { createStore, type Store } from '../store.ts';
import { createEditing, type Editing } from './editing.ts';
import { createOrigins, type Origins } from './origins.ts';
import { proposalId } from './proposal-id.ts';

/** What the Propose screen shares with commands and other screens. */
export interface Proposals {
  /** The draft that is open. */
  readonly editing: Editing;
  /** What drafts were made from. */
  readonly origins: Origins;
  /** The text whose evidence is to be re-run. */
  readonly given: Store<string>;
  /** The draft that is being written, or was written last. */
  readonly composing: Store<ProposalTask | undefined>;
  /** The evidence that is being re-run, or was last. */
  readonly verifying: Store<ProposalTask | undefined>;
  /** Begins to write a draft, which is a file of the project once it is written. Rejects with what is wrong with the scenarios. */
  compose(asked: ComposeAsked, specDigest: string): Promise<void>;
  /** Begins to re-run the evidence in a text. */
  verify(text: string): Promise<void>;
  /** Ends what is under way: a draft with what is known by now. */
  finish(): Promise<void>;
  cancel(kind: ProposalTask['kind']): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** Milliseconds between two looks at a task. */
const between = 250;

export function createProposals(client: Client, storage: Storage): Proposals {
  const editing = createEditing(client, storage);
  const origins = createOrigins(storage);
  const given = createStore('');
  const composing = createStore<ProposalTask | undefined>(undefined);
  const verifying = createStore<ProposalTask | undefined>(undefined);
  const storeOf = (kind: ProposalTask['kind']) => (kind === 'compose' ? composing : verifying);

  /** Looks until it is over, or another has taken its place. */
  const follow = (
    first: ProposalTask,
    done: (task: ProposalTask) => Promise<void> = async () => {},
  ): void => {
    const store = storeOf(first.kind);
    store.set(first);
    const look = async (): Promise<void> => {
      const now = store.get();
      if (now?.task !== first.task || now.state !== 'running') return;
      try {
        const next = await client.call('proposals.task', { task: first.task });
        if (store.get()?.task !== first.task) return;
        if (next.state === 'done') await done(next);
        store.set(next);
      } catch {
        // A connection that is lost is told elsewhere; it is asked again.
      }
      setTimeout(() => void look(), between);
    };
    setTimeout(() => void look(), between);
  };
  const stop = async (kind: ProposalTask['kind'], how: 'proposals.cancel' | 'proposals.finish') => {
    const store = storeOf(kind);
    const task = store.get();
    if (task?.state !== 'running') return;
    const next = await client.call(how, { task: task.task });
    if (store.get()?.task === task.task) store.set(next);
  };
  return {
    editing,
    origins,
    given,
    composing,
    verifying,
    compose: async (asked, specDigest) => {
      await stop('compose', 'proposals.cancel');
      follow(await client.call('proposals.compose', asked), async ({ text = '' }) => {
        const { id } = await editing.add(proposalId(text), text);
        origins.note(id, { asked, specDigest });
      });
    },
    verify: async (text) => {
      await stop('verify', 'proposals.cancel');
      follow(await client.call('proposals.verify', { text }));
    },
    finish: () => stop('compose', 'proposals.finish'),
    cancel: (kind) => stop(kind, 'proposals.cancel'),
    subscribe(listener) {
      const leave = [editing.open, given, composing, verifying].map((part) => part.subscribe(listener));
      return () => {
        for (const each of leave) each();
      };
    },
  };
}
