import type { Command } from '../../state/command.ts';
import { compareCommands } from './compare.ts';
import { designCommands } from './design.ts';
import { exploreCommands } from './explore.ts';
import { exportCommands } from './export.ts';
import { goCommands } from './go.ts';
import { momentCommands } from './moment.ts';
import { paletteCommand } from './palette.ts';
import { projectCommands } from './project.ts';
import { proposeCommands } from './propose.ts';
import { publishCommands } from './publish.ts';
import { runCommands } from './run.ts';
import { runsCommands } from './runs.ts';
import { themeCommands } from './theme.ts';
import { tourCommands } from './tour.ts';

/** Every command that does not depend on which scenarios there are. */
export const commands: readonly Command[] = [
  ...goCommands,
  ...projectCommands,
  ...designCommands,
  ...runCommands,
  ...momentCommands,
  ...exploreCommands,
  ...compareCommands,
  ...proposeCommands,
  ...publishCommands,
  ...exportCommands,
  ...runsCommands,
  ...themeCommands,
  ...tourCommands,
  paletteCommand,
];
