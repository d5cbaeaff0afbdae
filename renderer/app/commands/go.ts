import type { Command } from '../../state/command.ts';
import type { ScreenId } from '../../state/location.ts';
import { screens } from '../screens.ts';

/** Other words that a person may look for a screen by. */
const words: Readonly<Partial<Record<ScreenId, readonly string[]>>> = {
  library: ['scenarios', 'start', 'home', 'open'],
  design: ['edit', 'change', 'parameters', 'mechanisms', 'model', 'yaml'],
  run: ['charts', 'results', 'watch'],
  explore: ['sweep', 'sensitivity', 'optimise', 'calibrate', 'experiment'],
  compare: ['difference', 'versus', 'before', 'after'],
  propose: ['proposal', 'governance', 'vote', 'write', 'verify'],
  runs: ['history', 'results', 'export', 'data', 'sql'],
  reference: ['mechanisms', 'metrics', 'explain'],
  help: ['documentation', 'manual', 'tutorial', 'guide', 'explain'],
  settings: ['preferences', 'options', 'workers', 'theme'],
  shortcuts: ['keys', 'keyboard', 'help'],
};

/** Goes to the screens; the scenario in hand stays in hand. */
export const goCommands: readonly Command[] = screens.map(({ id, title, purpose }) => ({
  id: `${id}.show`,
  title: `Go to ${title}`,
  keywords: [...(words[id] ?? []), ...purpose.split(' ')],
  ...(id === 'shortcuts' ? { shortcut: '?', outsideText: true } : {}),
  enabled: () => true,
  run({ location }) {
    const { scenario } = location.get();
    location.go({ screen: id, ...(scenario === undefined ? {} : { scenario }) });
  },
}));
