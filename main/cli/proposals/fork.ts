import path from 'node:path';
import { Command } from 'commander';
import { parseAssignment } from '../../../sim-core/scenario/set-parameter.ts';
import type { Installation } from '../../services/installation.ts';
import { forkEvidence } from '../../services/proposals/fork/fork-evidence.ts';
import { replyOf } from '../../services/proposals/fork/write-reply.ts';
import { gathered } from '../options.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';
import { forkReport } from './fork-report.ts';
import { evidenceIn, givenProposal } from './given-proposal.ts';
import { type EvidenceOptions, openEvidence, withEvidenceOptions } from './open-evidence.ts';

interface ForkOptions extends EvidenceOptions {
  readonly set: readonly string[];
  readonly out: string;
  readonly hub?: string;
  readonly json?: boolean;
}

/** `fork <proposal> --set path=value`: somebody's evidence with another value, beside theirs, and a draft that answers with it. */
export const forkCommand = (installation: Installation): Command =>
  withEvidenceOptions(new Command('fork'))
    .description('change one assumption of a proposal, or what it proposes, and draft a reply with evidence')
    .argument(
      '<proposal>',
      'Markdown file with the evidence, -, an address, or the id of a Snapshot proposal',
    )
    .requiredOption(
      '--set <path=value>',
      'another value: what the proposal changes is proposed otherwise, all else is assumed in both; may be repeated',
      gathered,
      [],
    )
    .option('--out <file>', 'where the reply is written', 'reply.md')
    .option('--hub <url>', 'server that is asked for ids, GraphQL (default: as set in the studio)')
    .option('--json', 'print what comes of it as one JSON document')
    .action(async (written: string, options: ForkOptions) => {
      const out = fromUser(options.out);
      await checkWritable(path.dirname(out), options.out);
      const { text, from } = await givenProposal(written, options.hub);
      const found = evidenceIn(text);
      const fork = await forkEvidence(
        found,
        options.set.map(parseAssignment),
        await openEvidence(found, written, options, installation),
      );
      const view = replyOf(fork, { text, from });
      const beside =
        fork.bundle === undefined ? [] : [{ name: `${fork.bundle.cid}.car`, chunks: [fork.bundle.bytes] }];
      await writeFiles(path.dirname(out), [{ name: path.basename(out), chunks: [view.reply] }, ...beside]);
      say(options.json === true ? JSON.stringify(view) : forkReport(view));
      if (options.json === true) return;
      say(`wrote  ${options.out}`);
      for (const { name } of beside) say(`wrote  ${path.join(path.dirname(options.out), name)}`);
    });
