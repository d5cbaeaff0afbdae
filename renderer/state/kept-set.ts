import { createStore, type Store } from './store.ts';

/** Sets of texts, one for each scenario, kept in this browser. */
export interface KeptSets {
  /** The set of a scenario; the same object until it changes. */
  of(scenario: string): ReadonlySet<string>;
  /** Puts a text in, or takes it out where it is in already. */
  toggle(scenario: string, text: string): void;
  readonly all: Pick<Store<ReadonlyMap<string, ReadonlySet<string>>>, 'get' | 'subscribe'>;
}

/** `key` begins the names under which they are kept. */
export function createKeptSets(storage: Storage, key: string): KeptSets {
  const known = new Map<string, ReadonlySet<string>>();
  const all = createStore<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
  const of = (scenario: string): ReadonlySet<string> => {
    const read = known.get(scenario) ?? setOf(storage.getItem(`${key}:${scenario}`));
    known.set(scenario, read);
    return read;
  };
  return {
    all,
    of,
    toggle(scenario, text) {
      const next = new Set(of(scenario));
      if (!next.delete(text)) next.add(text);
      if (next.size === 0) storage.removeItem(`${key}:${scenario}`);
      else storage.setItem(`${key}:${scenario}`, [...next].join('\n'));
      known.set(scenario, next);
      all.set(new Map(known));
    },
  };
}

const none: ReadonlySet<string> = new Set();

const setOf = (kept: string | null): ReadonlySet<string> =>
  kept === null ? none : new Set(kept.split('\n').filter((text) => text !== ''));
