import { Command } from 'commander';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { listOverlays } from '../../services/overlays.ts';
import { say, textTable } from '../terminal.ts';
import { overlayTryCommand } from './overlay-try.ts';

/** `overlay list | try` */
export const overlayCommand = (installation: Installation): Command =>
  new Command('overlay')
    .description('storms to lay over a scenario')
    .addCommand(
      new Command('list').description('list the shipped overlays').action(async () => {
        const overlays = await listOverlays(nodeFiles, installation.scenarios);
        say(textTable([['Overlay', ''], ...overlays.map(({ id, title }) => [id, title])]));
        for (const { id, says } of overlays) say(`\n${id}: ${says}`);
      }),
    )
    .addCommand(overlayTryCommand(installation));
