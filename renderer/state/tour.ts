import type { ScreenId } from './location.ts';
import { createStore, type Store } from './store.ts';
import type { Studio } from './studio.ts';

/** One thing to do, in the real studio, with a real scenario. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Where it is done. */
  readonly screen: ScreenId;
  /** Whether it has been done: looked at after every change of the studio. */
  done(studio: Studio): boolean;
}

/** The step that the person is at; undefined: no tour. */
export interface Tour extends Pick<Store<number | undefined>, 'get' | 'subscribe'> {
  readonly steps: readonly TourStep[];
  start(): void;
  /** Goes on without doing what the step asks. */
  skip(): void;
  end(): void;
  /** Goes on where the step has been done. */
  look(studio: Studio): void;
}

const template = 'wireless-burn-mint';

const ended = ({ simulation }: Studio) =>
  simulation.runs.get().get(template)?.snapshot.get().state === 'done';

export const tourSteps: readonly TourStep[] = [
  {
    title: 'Open a network',
    text: 'Choose “Wireless, burn and mint” and press Design: a network like Helium, with the data of its chain.',
    screen: 'library',
    done: ({ location }) => location.get().scenario === template && location.get().screen !== 'library',
  },
  {
    title: 'Run it',
    text: 'Press Run. Eight futures are simulated here on your computer, each with other luck. The bands show how far they spread.',
    screen: 'run',
    done: ended,
  },
  {
    title: 'Change a rule',
    text: 'Go to Design, search for “half”, and make the halving come earlier. The preview follows by itself.',
    screen: 'design',
    done: ({ drafts }) => {
      const draft = drafts.all.get().get(template);
      return draft !== undefined && draft.text !== draft.opened.text;
    },
  },
  {
    title: 'Run the change',
    text: 'Press Run again: the same eight futures, with your rule in place of the old one.',
    screen: 'run',
    done: ({ simulation, drafts }) => {
      const run = simulation.runs.get().get(template)?.snapshot.get();
      return run?.state === 'done' && run.request.spec === drafts.all.get().get(template)?.good.spec;
    },
  },
  {
    title: 'Compare',
    text: 'Compare with what stands today. Both ran with the same luck, so what differs is your rule.',
    screen: 'compare',
    done: ({ location }) => location.get().screen === 'compare',
  },
  {
    title: 'See what it is made of',
    text: 'Open the Model reference: every rule, number and chart says what it is and where it comes from.',
    screen: 'reference',
    done: ({ location }) => location.get().screen === 'reference',
  },
];

export function createTour(): Tour {
  const at = createStore<number | undefined>(undefined);
  const next = () => {
    const step = at.get();
    if (step !== undefined) at.set(step + 1 < tourSteps.length ? step + 1 : undefined);
  };
  return {
    steps: tourSteps,
    get: at.get,
    subscribe: at.subscribe,
    start: () => at.set(0),
    skip: next,
    end: () => at.set(undefined),
    look(studio) {
      const step = tourSteps[at.get() ?? -1];
      if (step?.done(studio) === true) next();
    },
  };
}
