import type { Command } from '../../state/command.ts';

/** A walk through the studio that watches what the person does. */
export const tourCommands: readonly Command[] = [
  {
    id: 'tour.start',
    title: 'Start the 5-minute tour',
    keywords: ['help', 'learn', 'tutorial', 'onboarding', 'begin'],
    enabled: ({ tour }) => tour.get() === undefined,
    run({ tour, location }) {
      tour.start();
      location.go({ screen: 'library' });
    },
  },
  {
    id: 'tour.end',
    title: 'End the tour',
    keywords: ['help', 'stop', 'close'],
    enabled: ({ tour }) => tour.get() !== undefined,
    run: ({ tour }) => tour.end(),
  },
];
