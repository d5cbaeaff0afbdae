import { Command } from 'commander';
import type { Installation } from '../../services/installation.ts';
import type { Verification } from '../../services/proposals/verify/verification.ts';
import { verifyEvidence } from '../../services/proposals/verify/verify-evidence.ts';
import { say } from '../terminal.ts';
import { evidenceIn, givenProposal } from './given-proposal.ts';
import { type EvidenceOptions, openEvidence, withEvidenceOptions } from './open-evidence.ts';
import { verificationReport } from './verification-report.ts';

interface VerifyOptions extends EvidenceOptions {
  readonly hub?: string;
  readonly json?: boolean;
}

/** `verify <proposal>`: exit code 0 reproduced, 1 a line differs, 2 it cannot be run here. */
export const verifyCommand = (installation: Installation): Command =>
  withEvidenceOptions(new Command('verify'))
    .description("re-run a proposal's evidence and check it line by line")
    .argument(
      '<proposal>',
      'Markdown file that holds the evidence, -, an address, or the id of a Snapshot proposal',
    )
    .option('--hub <url>', 'server that is asked for ids, GraphQL (default: as set in the studio)')
    .option('--json', 'print one JSON document instead of text')
    .action(async (written: string, options: VerifyOptions) => {
      const { text } = await givenProposal(written, options.hub);
      const found = evidenceIn(text);
      const { bench, run } = await openEvidence(found, written, options, installation);
      const verification = await verifyEvidence(found, bench, run);
      say(
        options.json === true ? JSON.stringify(withoutTexts(verification)) : verificationReport(verification),
      );
      process.exitCode = exitCodes[verification.outcome];
    });

/** Texts of modules and engines are for a page that shows them. */
const withoutTexts = ({ needs, ...rest }: Verification) => ({
  ...rest,
  needs: needs.map(({ kind, name, id }) => ({ kind, name, id })),
});

const exitCodes: Readonly<Record<Verification['outcome'], number>> = {
  reproduced: 0,
  differs: 1,
  'cannot-run': 2,
};
