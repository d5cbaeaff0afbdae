import type { Command } from '../../state/command.ts';
import type { ExportTheme } from '../../state/export-theme.ts';
import type { ThemeChoice } from '../../state/theme.ts';

const choices: readonly (readonly [ThemeChoice, string])[] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme of the system'],
];

const ofExports: readonly (readonly [ExportTheme, string])[] = [
  ['light', 'Save charts in light colours'],
  ['dark', 'Save charts in dark colours'],
  ['screen', 'Save charts as the screen shows them'],
];

const exportThemeCommands: readonly Command[] = ofExports.map(([choice, title]) => ({
  id: `export-theme.${choice}`,
  title,
  keywords: ['pictures', 'svg', 'png', 'colours', 'publish', 'print'],
  enabled: ({ theme }) => theme.exports.get() !== choice,
  run: ({ theme }) => theme.exports.set(choice),
}));

const pageThemeCommands: readonly Command[] = choices.map(([choice, title]) => ({
  id: `theme.${choice}`,
  title,
  keywords: ['appearance', 'colours', 'mode', 'night'],
  enabled: ({ theme }) => theme.choice.get() !== choice,
  run: ({ theme }) => theme.choice.set(choice),
}));

/** Light, dark, or what the system says: of the page, and of charts that are saved. */
export const themeCommands: readonly Command[] = [...pageThemeCommands, ...exportThemeCommands];
