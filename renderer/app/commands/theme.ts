import type { Command } from '../../state/command.ts';
import type { ThemeChoice } from '../../state/theme.ts';

const choices: readonly (readonly [ThemeChoice, string])[] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme of the system'],
];

/** Light, dark, or what the system says. */
export const themeCommands: readonly Command[] = choices.map(([choice, title]) => ({
  id: `theme.${choice}`,
  title,
  keywords: ['appearance', 'colours', 'mode', 'night'],
  enabled: ({ theme }) => theme.choice.get() !== choice,
  run: ({ theme }) => theme.choice.set(choice),
}));
