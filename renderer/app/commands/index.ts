import type { Command } from '../../state/command.ts';
import { exportCommands } from './export.ts';
import { goCommands } from './go.ts';
import { paletteCommand } from './palette.ts';
import { runCommands } from './run.ts';
import { themeCommands } from './theme.ts';

/** Every command that does not depend on which scenarios there are. */
export const commands: readonly Command[] = [
  ...goCommands,
  ...runCommands,
  ...exportCommands,
  ...themeCommands,
  paletteCommand,
];
