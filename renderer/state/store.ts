import { useSyncExternalStore } from 'react';

/** A value that the page follows. */
export interface Store<Value> {
  get(): Value;
  set(next: Value): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Listens to several at once; answers how to leave them all. */
export function subscribeAll(
  parts: readonly Pick<Store<unknown>, 'subscribe'>[],
  listener: () => void,
): () => void {
  const leave = parts.map((part) => part.subscribe(listener));
  return () => {
    for (const stop of leave) stop();
  };
}

/** The value now, and again whenever it changes. */
export const useStore = <Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value =>
  useSyncExternalStore(store.subscribe, store.get);
