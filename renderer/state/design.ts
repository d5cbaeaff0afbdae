import { createKeptSets, type KeptSets } from './kept-set.ts';
import { createStore, type Store, subscribeAll } from './store.ts';

/** What the model graph is asked about: a mechanism or a metric, by its id. */
export type ModelSelection = { readonly kind: 'mechanism' | 'metric'; readonly id: string };

/** A parameter, or the search field, that the form should bring into view and focus. Every wish is a new object. */
export interface FormWish {
  /** Path of a parameter, or `search`. */
  readonly at: string;
}

/** What the Design screen shares with commands and other screens. */
export interface Design {
  readonly selection: Store<ModelSelection | undefined>;
  readonly search: Store<string>;
  readonly wish: Store<FormWish | undefined>;
  /** Paths of parameters that keyboard edits and suggestions leave alone, by scenario. */
  readonly locks: KeptSets;
  /** The scenario for whose copy a name is asked. */
  readonly naming: Store<string | undefined>;
  /** Paths whose value differs from the base, in the order of the form; the screen keeps it. */
  readonly changed: Store<readonly string[]>;
  /** The changed parameter that was visited last. */
  readonly visited: Store<string | undefined>;
  /** When a person edited last, as `performance.now()`: previews wait from then on. */
  readonly editedAt: Store<number>;
  subscribe(listener: () => void): () => void;
}

export function createDesign(storage: Storage): Design {
  const parts = {
    selection: createStore<ModelSelection | undefined>(undefined),
    search: createStore(''),
    wish: createStore<FormWish | undefined>(undefined),
    naming: createStore<string | undefined>(undefined),
    changed: createStore<readonly string[]>([]),
    visited: createStore<string | undefined>(undefined),
    editedAt: createStore(Number.NEGATIVE_INFINITY),
  };
  const followed = [parts.naming, parts.changed];
  return {
    ...parts,
    locks: createKeptSets(storage, 'studio.locks'),
    subscribe: (listener) => subscribeAll(followed, listener),
  };
}
