import path from 'node:path';
import { Command } from 'commander';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { referencePages } from '../services/reference/reference-pages.ts';
import { ownDeclarations } from './own-code/declarations-of.ts';
import { fromUser } from './places.ts';
import { say } from './terminal.ts';

/** `reference`: writes the reference pages of mechanisms, metrics and verdicts from their declarations. */
export const referenceCommand = (installation: Installation): Command =>
  new Command('reference')
    .description('write the reference pages of mechanisms, metrics and verdicts')
    .requiredOption('--out <folder>', 'folder to write them into')
    .option('--project <folder>', 'with the mechanisms of a project')
    .action(async ({ out, project }: { readonly out: string; readonly project?: string }) => {
      const own = await ownDeclarations(project, installation);
      await nodeFiles.makeFolder(fromUser(out));
      for (const [name, text] of referencePages(own)) {
        await nodeFiles.write(path.join(fromUser(out), name), text);
        say(`wrote  ${out}/${name}`);
      }
    });
