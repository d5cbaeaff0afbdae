import type { Studio } from './studio.ts';
import type { TourStep } from './tour.ts';

const template = 'wireless-burn-mint';

const ended = ({ simulation }: Studio) =>
  simulation.runs.get().get(template)?.snapshot.get().state === 'done';

export const tourSteps: readonly TourStep<Studio>[] = [
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
