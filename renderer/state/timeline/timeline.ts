import { createStore, type Store, subscribeAll } from '../store.ts';
import { createNotes, type Notes } from './notes.ts';

/** Where in its run each scenario is looked at, and what is noted beside its days. */
export interface Timeline {
  /** The day that is looked at, by scenario; absent: the last there is. */
  readonly moments: Pick<Store<ReadonlyMap<string, number>>, 'get' | 'subscribe'>;
  readonly notes: Notes;
  /** Whether a note is being written beside the day that is looked at. */
  readonly writing: Store<boolean>;
  /** Looks at a day; absent: at the last there is, also while the run goes on. */
  look(scenario: string, tick?: number): void;
  subscribe(listener: () => void): () => void;
}

export function createTimeline(storage: Storage): Timeline {
  const moments = createStore<ReadonlyMap<string, number>>(new Map());
  const notes = createNotes(storage);
  const writing = createStore(false);
  return {
    moments,
    notes,
    writing,
    look(scenario, tick) {
      const next = new Map(moments.get());
      if (moments.get().get(scenario) === tick) return;
      if (tick === undefined) next.delete(scenario);
      else next.set(scenario, tick);
      moments.set(next);
    },
    subscribe: (listener) => subscribeAll([moments, notes.all, writing], listener),
  };
}
