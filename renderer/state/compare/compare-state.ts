import type { Comparing } from '../../sim/compare/comparing.ts';
import { createStore, type Store, subscribeAll } from '../store.ts';
import type { Side } from './side.ts';

/** What the Compare screen shares with commands and other screens: the last comparison outlives the screen. */
export interface CompareState {
  readonly comparing: Comparing;
  /** What is compared, the base first; empty where nothing has been yet. */
  readonly sides: Store<readonly Side[]>;
  /** Which of the others is looked at where there is room for one; 1 is the first of them. */
  readonly against: Store<number>;
  /** Another project is open: its sides are others. */
  leave(): void;
  subscribe(listener: () => void): () => void;
}

export function createCompareState(comparing: Comparing): CompareState {
  const sides = createStore<readonly Side[]>([]);
  const against = createStore(1);
  return {
    comparing,
    sides,
    against,
    leave() {
      comparing.leave();
      sides.set([]);
      against.set(1);
    },
    subscribe: (listener) => subscribeAll([comparing.state, sides, against], listener),
  };
}
