import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { evidenceText } from '../../../sim-core/evidence/evidence-block.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import { parseAssignment } from '../../../sim-core/scenario/set-parameter.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { evidenceFor } from '../../services/proposals/evidence-for.ts';
import { bothOf, casesOf } from '../../services/proposals/run-both.ts';
import { usualClaims } from '../../services/proposals/usual-claims.ts';
import { engineId, studioVersion } from '../../services/studio-info.ts';
import { changedDocument } from '../changed-document.ts';
import { finishedCases } from '../experiments/finished-cases.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { gathered, workerCount } from '../options.ts';
import { fromUser } from '../places.ts';
import { say } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';

interface ProposeOptions {
  readonly set: readonly string[];
  readonly seeds: string;
  readonly out: string;
  readonly workers?: number;
}

/** `propose <scenario> --set path=value`: runs base and proposal, and writes the draft with its evidence. */
export const proposeCommand = (installation: Installation): Command =>
  new Command('propose')
    .description('draft a proposal that carries its own evidence')
    .argument('<scenario>', 'id of the scenario that stands for today')
    .requiredOption('--set <path=value>', 'a change to propose; may be repeated', gathered, [])
    .option('--seeds <range>', 'range such as 1..200', '1..200')
    .option('--out <file>', 'where the draft is written', 'proposal.md')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .action(async (id: string, options: ProposeOptions) => {
      const out = fromUser(options.out);
      await checkWritable(path.dirname(out), options.out);
      const base = await scenarioAt(await findScenario(id, installation), installation);
      const changes = { set: options.set.map(parseAssignment), overlays: [] };
      const proposal = await changedDocument(base, changes, installation);
      const workers = options.workers ?? availableParallelism();
      const cases = casesOf({ base, proposal }, seedRange(options.seeds));
      const both = bothOf(await finishedCases(cases, { installation, workers }));
      const engine = await loadEngine(installation.engineUrl.href);
      const block = evidenceFor(
        {
          ...{ base, baseId: id, proposal, seeds: options.seeds },
          runs: { ...both, rules: verdicts, suggest: suggestion },
          engine: {
            version: await studioVersion(nodeFiles, installation),
            id: await engineId(nodeFiles, installation),
          },
          specDigest: ({ spec }) => engine.specDigest(spec),
        },
        usualClaims(both.proposal),
        'depin-studio verify proposal.md',
      );
      const text = `# ${base.metadata.title}: a change\n\n${evidenceText(block)}\n`;
      await writeFiles(path.dirname(out), [{ name: path.basename(out), chunks: [text] }]);
      say(`wrote  ${options.out}`);
    });
