import type { Command } from '../../state/command.ts';

/** Opens the list of all the others. */
export const paletteCommand: Command = {
  id: 'palette.open',
  title: 'Search or run a command',
  keywords: [],
  shortcut: 'Mod+K',
  enabled: ({ palette }) => !palette.get(),
  run: ({ palette }) => palette.set(true),
};
