import path from 'node:path';
import { Command } from 'commander';
import { neutralFiles } from '../../services/proposals/handing-on/neutral-files.ts';
import { fromUser } from '../places.ts';
import { readText } from '../read-text.ts';
import { say } from '../terminal.ts';
import { writeFiles } from '../write-files.ts';

/** `hand-on <proposal.md>`: the proposal for a network that votes elsewhere than on Snapshot. */
export const handOnCommand = (): Command =>
  new Command('hand-on')
    .description('write a proposal as plain Markdown and JSON, for networks that vote elsewhere')
    .argument('<proposal>', 'Markdown file')
    .action(async (written: string) => {
      const out = fromUser(written);
      const files = neutralFiles(await readText(written), path.basename(out, path.extname(out)));
      await writeFiles(
        path.dirname(out),
        files.map(({ name, text }) => ({ name, chunks: [text] })),
      );
      for (const { name } of files) say(`wrote  ${path.join(path.dirname(written), name)}`);
    });
