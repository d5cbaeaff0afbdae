import path from 'node:path';
import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Installation } from '../../services/installation.ts';
import type { RanHere } from '../../services/proposals/verify/beside.ts';
import { prepare } from '../../services/proposals/verify/prepare.ts';
import { verifyEvidence } from '../../services/proposals/verify/verify-evidence.ts';
import { fromUser } from '../places.ts';
import { evidenceIn, givenProposal } from '../proposals/given-proposal.ts';
import { type EvidenceOptions, openEvidence, withEvidenceOptions } from '../proposals/open-evidence.ts';
import { verificationReport } from '../proposals/verification-report.ts';
import { say } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';

interface ExportOptions extends EvidenceOptions {
  readonly out: string;
}

/** `bundle export <proposal>`: runs its evidence, and writes all that whoever verifies it may lack. Exit codes as `verify` has them. */
export const bundleExportCommand = (installation: Installation): Command =>
  withEvidenceOptions(new Command('export'))
    .description("re-run a proposal's evidence, and write what travels with it as <cid>.car")
    .argument('<proposal>', 'Markdown file that holds the evidence')
    .option('--out <folder>', 'where it is written', '.')
    .action(async (written: string, options: ExportOptions) => {
      const folder = fromUser(options.out);
      await checkWritable(folder, options.out);
      const found = evidenceIn((await givenProposal(written)).text);
      const { bench, run } = await openEvidence(found, written, options, installation);
      const { documents, named } = await prepare(found, bench);
      let runs: RanHere['runs'] | undefined;
      const verification = await verifyEvidence(found, bench, async (both, seeds) => {
        runs = await run(both, seeds);
        return runs;
      });
      if (verification.outcome !== 'reproduced') {
        say(verificationReport(verification));
        process.exitCode = verification.outcome === 'differs' ? 1 : 2;
        return;
      }
      if (runs === undefined || documents === undefined || named === undefined) throw nothingRan();
      const bundle = await bench.beside?.rebundle({ named, documents, runs });
      if (bundle === undefined) throw nothingRan();
      const name = `${bundle.cid}.car`;
      await writeFiles(folder, [{ name, chunks: [bundle.bytes] }]);
      say(`wrote  ${path.join(options.out, name)}`);
    });

const nothingRan = (): StudioError =>
  new StudioError({ code: 'bundle.nothing-ran', message: 'The evidence holds nothing that could be run.' });
