import type { ScreenId } from './location.ts';
import { createStore, type Store } from './store.ts';

/** One thing to do, in the real studio, with a real scenario. */
export interface TourStep<Studio> {
  readonly title: string;
  readonly text: string;
  /** Where it is done. */
  readonly screen: ScreenId;
  /** Whether it has been done: looked at after every change of the studio. */
  done(studio: Studio): boolean;
}

/** The step that the person is at; undefined: no tour. */
export interface Tour<Studio> extends Pick<Store<number | undefined>, 'get' | 'subscribe'> {
  readonly steps: readonly TourStep<Studio>[];
  start(): void;
  /** Goes on without doing what the step asks. */
  skip(): void;
  end(): void;
  /** Goes on where the step has been done. */
  look(studio: Studio): void;
}

export function createTour<Studio>(steps: readonly TourStep<Studio>[]): Tour<Studio> {
  const at = createStore<number | undefined>(undefined);
  const next = () => {
    const step = at.get();
    if (step !== undefined) at.set(step + 1 < steps.length ? step + 1 : undefined);
  };
  return {
    steps,
    get: at.get,
    subscribe: at.subscribe,
    start: () => at.set(0),
    skip: next,
    end: () => at.set(undefined),
    look(studio) {
      const step = steps[at.get() ?? -1];
      if (step?.done(studio) === true) next();
    },
  };
}
