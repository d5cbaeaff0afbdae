import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import { textOf } from '../../../sim-core/scenario/file-content.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { overlayShelf } from '../../services/experiments/overlay-shelf.ts';
import type { Installation } from '../../services/installation.ts';
import { bothOf, casesOf } from '../../services/proposals/run-both.ts';
import type { Verification } from '../../services/proposals/verify/verification.ts';
import { verifyEvidence } from '../../services/proposals/verify/verify-evidence.ts';
import { engineId, studioVersion } from '../../services/studio-info.ts';
import { finishedCases } from '../experiments/finished-cases.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { workerCount } from '../options.ts';
import { fromUser } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../terminal.ts';
import { verificationReport } from './verification-report.ts';

interface VerifyOptions {
  readonly workers?: number;
  readonly json?: boolean;
}

const largestProposal = 1024 * 1024;

/** `verify <proposal>`: exit code 0 reproduced, 1 a line differs, 2 it cannot be run here. */
export const verifyCommand = (installation: Installation): Command =>
  new Command('verify')
    .description("re-run a proposal's evidence and check it line by line")
    .argument('<proposal>', 'Markdown file that holds the evidence')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--json', 'print one JSON document instead of text')
    .action(async (written: string, options: VerifyOptions) => {
      const file = await nodeFiles.read(fromUser(written), largestProposal);
      const text = textOf(file, written, largestProposal);
      if (!('text' in text)) throw new Refusal([text.problem]);
      const found = parseEvidence(text.text);
      if (!found.ok) throw new Refusal(found.problems);
      const engine = await loadEngine(installation.engineUrl.href);
      const workers = options.workers ?? availableParallelism();
      const bench = {
        engine: {
          id: await engineId(nodeFiles, installation),
          version: await studioVersion(nodeFiles, installation),
        },
        specDigest: ({ spec }: { readonly spec: Parameters<typeof engine.specDigest>[0] }) =>
          engine.specDigest(spec),
        scenario: async ({ id }: { readonly id: string }) =>
          await scenarioAt(await findScenario(id, installation), installation).catch(() => undefined),
        overlays: await overlayShelf(nodeFiles, installation),
      };
      const verification = await verifyEvidence(found, bench, async (documents, seeds) =>
        bothOf(await finishedCases(casesOf(documents, seeds), { installation, workers })),
      );
      say(options.json === true ? JSON.stringify(verification) : verificationReport(verification));
      process.exitCode = exitCodes[verification.outcome];
    });

const exitCodes: Readonly<Record<Verification['outcome'], number>> = {
  reproduced: 0,
  differs: 1,
  'cannot-run': 2,
};
