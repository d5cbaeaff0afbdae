import { createStore, type Store } from './store.ts';

/** A word in passing: what has happened, and the next step. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Id of a command that is the next step, and what its button says. */
  readonly next?: { readonly command: string; readonly text: string };
}

export interface Toasts {
  readonly all: Pick<Store<readonly Toast[]>, 'get' | 'subscribe'>;
  say(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
}

/** More would cover what the person works on. */
const mostAtOnce = 3;

export function createToasts(): Toasts {
  const all = createStore<readonly Toast[]>([]);
  let count = 0;
  return {
    all,
    say(toast) {
      count += 1;
      all.set([...all.get(), { ...toast, id: count }].slice(-mostAtOnce));
    },
    dismiss: (id) => all.set(all.get().filter((toast) => toast.id !== id)),
  };
}
