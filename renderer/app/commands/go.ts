import type { Command } from '../../state/command.ts';

/** Goes to the screens. */
export const goCommands: readonly Command[] = [
  {
    id: 'library.show',
    title: 'Go to Library',
    keywords: ['scenarios', 'start', 'home', 'open'],
    enabled: () => true,
    run: ({ location }) => location.go({ ...location.get(), screen: 'library' }),
  },
  {
    id: 'run.show',
    title: 'Go to Run',
    keywords: ['charts', 'results', 'watch'],
    enabled: () => true,
    run: ({ location }) => location.go({ ...location.get(), screen: 'run' }),
  },
];
