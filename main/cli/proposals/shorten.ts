import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { shortenDraft } from '../../services/proposals/handing-on/shorten-draft.ts';
import { fromUser } from '../places.ts';
import { readText } from '../read-text.ts';
import { say, tell } from '../terminal.ts';
import { writeFiles } from '../write-files.ts';

interface ShortenOptions {
  readonly most: number;
  readonly link?: string;
}

/** `shorten <proposal.md>`: a body that the space takes, and an annex that holds the rest. */
export const shortenCommand = (): Command =>
  new Command('shorten')
    .description('make a body that a space takes of a draft that is too long, and an annex with the rest')
    .argument('<proposal>', 'Markdown file')
    .option(
      '--most <units>',
      'what the space takes, in UTF-16 units: 10000, or 40000 of a turbo space',
      unitCount,
      10_000,
    )
    .option('--link <url>', 'where the annex will be (default: its name on IPFS)')
    .action(async (written: string, { most, link }: ShortenOptions) => {
      const draft = await readText(written);
      const { text, annex, cid, moved, length } = shortenDraft(draft, {
        most,
        ...(link === undefined ? {} : { link }),
      });
      if (moved.length === 0) return say(`It fits: ${length} of ${most}. Nothing was written.`);
      const out = fromUser(written);
      const name = path.basename(out, path.extname(out));
      const files = [
        { name: `${name}.short.md`, chunks: [text] },
        { name: `${name}.annex.md`, chunks: [annex] },
      ];
      await writeFiles(path.dirname(out), files);
      for (const file of files) say(`wrote  ${path.join(path.dirname(written), file.name)}`);
      say(`body   ${length} of ${most}; only in the annex now: ${moved.join(', ')}`);
      say(`annex  ${cid}`);
      if (link === undefined)
        tell(
          `Put the annex where people find it before you publish: ipfs add --cid-version 1 ${name}.annex.md`,
        );
    });

function unitCount(written: string): number {
  if (/^\d{3,7}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('It must be a whole number from 100.');
}
