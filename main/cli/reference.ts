import path from 'node:path';
import { Command } from 'commander';
import { nodeFiles } from '../ports/node-files.ts';
import { referencePages } from '../services/reference/reference-pages.ts';
import { fromUser } from './places.ts';
import { say } from './terminal.ts';

/** `reference`: writes the reference pages of mechanisms, metrics and verdicts from their declarations. */
export const referenceCommand = (): Command =>
  new Command('reference')
    .description('write the reference pages of mechanisms, metrics and verdicts')
    .requiredOption('--out <folder>', 'folder to write them into')
    .action(async ({ out }: { readonly out: string }) => {
      for (const [name, text] of referencePages()) {
        await nodeFiles.write(path.join(fromUser(out), name), text);
        say(`wrote  ${out}/${name}`);
      }
    });
