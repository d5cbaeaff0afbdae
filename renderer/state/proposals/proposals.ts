import type { OutcomeAsked } from '../../../main/api/proposals/outcome-view.ts';
import type { ComposeAsked, ForkAsked, ProposalTask } from '../../../main/api/proposals/proposals-api.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import { numbersBack } from '../explore/numbers-back.ts';
import { createStore, type Store, subscribeAll } from '../store.ts';
import type { Alongside } from './alongside.ts';
import { createEditing, type Editing } from './editing.ts';
import { linkToAsk } from './link-to-ask.ts';
import { createOrigins, type Origins } from './origins.ts';
import { proposalId } from './proposal-id.ts';

/** What the Propose screen shares with commands and other screens. */
export interface Proposals {
  /** The draft that is open. */
  readonly editing: Editing;
  /** What drafts were made from. */
  readonly origins: Origins;
  /** The text whose evidence is to be re-run, or a link to it. */
  readonly given: Store<string>;
  /** Where the given text is from, in words, while it is what came from there. */
  readonly source: Pick<Store<GivenSource | undefined>, 'get' | 'subscribe'>;
  /** The draft that is being written, or was written last. */
  readonly composing: Store<ProposalTask | undefined>;
  /** The evidence that is being re-run, or was last. */
  readonly verifying: Store<ProposalTask | undefined>;
  /** Evidence with other values, beside its own. */
  readonly forking: Store<ProposalTask | undefined>;
  /** Real data on a forecast. */
  readonly judging: Store<ProposalTask | undefined>;
  /** What else is looked at beside the re-run: another value, or what came. */
  readonly beside: Store<'assume' | 'outcome' | undefined>;
  /** What the person gives beside the text. */
  readonly alongside: Alongside;
  /** Begins to write a draft, which is a file of the project once it is written. Rejects with what is wrong with the scenarios. */
  compose(asked: ComposeAsked, specDigest: string): Promise<void>;
  /** Puts the text in the place of a link to it: the one thing here that asks other computers, for a person who asked. */
  fetchGiven(): Promise<void>;
  /** Begins to run the given evidence with other values. */
  fork(set: ForkAsked['set']): Promise<void>;
  /** Begins to hold real data against the forecast of the given evidence. */
  judge(asked: Omit<OutcomeAsked, 'text'>): Promise<void>;
  /** Begins to re-run the evidence in a text. */
  verify(text: string): Promise<void>;
  /** Ends what is under way: a draft with what is known by now. */
  finish(): Promise<void>;
  cancel(kind: ProposalTask['kind']): Promise<void>;
  /** Another project is open: its drafts are others. */
  leave(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export interface GivenSource {
  readonly text: string;
  readonly from: string;
}

/** Milliseconds between two looks at a task. */
const between = 250;

export function createProposals(client: Client, storage: Storage, alongside: Alongside): Proposals {
  const editing = createEditing(client, storage);
  const origins = createOrigins(storage);
  const given = createStore('');
  const composing = createStore<ProposalTask | undefined>(undefined);
  const verifying = createStore<ProposalTask | undefined>(undefined);
  const forking = createStore<ProposalTask | undefined>(undefined);
  const judging = createStore<ProposalTask | undefined>(undefined);
  const source = createStore<GivenSource | undefined>(undefined);
  const beside = createStore<'assume' | 'outcome' | undefined>(undefined);
  const stores = { compose: composing, verify: verifying, fork: forking, outcome: judging };
  const storeOf = (kind: ProposalTask['kind']) => stores[kind];

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
        const next = numbersBack(await client.call('proposals.task', { task: first.task }));
        if (store.get()?.task !== first.task) return;
        const kept = next.state === 'done' ? await finished(next, done) : next;
        if (store.get()?.task === first.task) store.set(kept);
      } catch {
        // A connection that is lost is told elsewhere; it is asked again.
      }
      setTimeout(() => void look(), between);
    };
    setTimeout(() => void look(), between);
  };
  /** A task that is done, or failed where what came of it cannot be kept. */
  const finished = async (
    task: ProposalTask,
    done: (task: ProposalTask) => Promise<void>,
  ): Promise<ProposalTask> => {
    try {
      await done(task);
      return task;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === 'server.unreachable') throw error;
      return { ...task, state: 'failed', problem };
    }
  };
  const stop = async (kind: ProposalTask['kind'], how: 'proposals.cancel' | 'proposals.finish') => {
    const store = storeOf(kind);
    const task = store.get();
    if (task?.state !== 'running') return;
    const next = await client.call(how, { task: task.task });
    if (store.get()?.task === task.task) store.set(next);
  };
  /** What came of another text is no answer to this one. */
  const forget = async (kind: ProposalTask['kind']): Promise<void> => {
    const task = stores[kind].get();
    stores[kind].set(undefined);
    if (task?.state !== 'running') return;
    // A connection that is lost is told elsewhere, and a task may be gone with its project.
    await client.call('proposals.cancel', { task: task.task }).catch(() => {});
  };
  given.subscribe(() => {
    for (const kind of ['verify', 'fork', 'outcome'] as const) void forget(kind);
  });
  return {
    editing,
    origins,
    given,
    source,
    composing,
    verifying,
    forking,
    judging,
    beside,
    alongside,
    compose: async (asked, specDigest) => {
      await stop('compose', 'proposals.cancel');
      follow(await client.call('proposals.compose', asked), async ({ text = '' }) => {
        const { key } = await editing.add(proposalId(text), text);
        origins.note(key, { asked, specDigest });
      });
    },
    async fetchGiven() {
      const link = given.get().trim();
      if (linkToAsk(link) === undefined) return;
      const found = await client.call('proposals.fetch', { link });
      // What was typed meanwhile is wanted more.
      if (given.get().trim() !== link) return;
      source.set(found);
      given.set(found.text);
    },
    fork: async (set) => {
      await stop('fork', 'proposals.cancel');
      const text = given.get();
      const found = source.get();
      const from = found?.text === text ? { from: found.from } : {};
      follow(await client.call('proposals.fork', { text, ...alongside.asked(), ...from, set }));
    },
    judge: async (asked) => {
      await stop('outcome', 'proposals.cancel');
      follow(await client.call('proposals.outcome', { text: given.get(), ...alongside.asked(), ...asked }));
    },
    verify: async (text) => {
      await stop('verify', 'proposals.cancel');
      follow(await client.call('proposals.verify', { text, ...alongside.asked() }));
    },
    finish: () => stop('compose', 'proposals.finish'),
    cancel: (kind) => stop(kind, 'proposals.cancel'),
    async leave() {
      editing.leave();
      await forget('compose');
    },
    subscribe: (listener) =>
      subscribeAll([editing.open, given, composing, verifying, forking, judging, beside], listener),
  };
}
