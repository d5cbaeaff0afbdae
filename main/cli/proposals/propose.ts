import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import { parseAssignment } from '../../../sim-core/scenario/set-parameter.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { overlayShelf } from '../../services/experiments/overlay-shelf.ts';
import type { Installation } from '../../services/installation.ts';
import { composeProposal } from '../../services/proposals/compose/compose-proposal.ts';
import { engineId, studioVersion } from '../../services/studio-info.ts';
import { changedDocument } from '../changed-document.ts';
import { type CasesBar, casesBar } from '../experiments/cases-bar.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { interruption } from '../interruption.ts';
import { gathered, runCount, workerCount } from '../options.ts';
import { fromUser } from '../places.ts';
import { say, tell } from '../terminal.ts';
import { checkWritable, writeFiles } from '../write-files.ts';

interface ProposeOptions {
  readonly set: readonly string[];
  readonly seeds: string;
  readonly out: string;
  readonly stress: boolean;
  readonly budget?: number;
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
    .option('--no-stress', 'leave out the runs under every overlay')
    .option(
      '--budget <runs>',
      'runs to find what the result rests on and how far it is from turning',
      runCount,
    )
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .action(async (id: string, options: ProposeOptions) => {
      const out = fromUser(options.out);
      await checkWritable(path.dirname(out), options.out);
      const base = await scenarioAt(await findScenario(id, installation), installation);
      const changes = { set: options.set.map(parseAssignment), overlays: [] };
      const proposal = await changedDocument(base, changes, installation);
      const workers = options.workers ?? availableParallelism();
      const engine = await loadEngine(installation.engineUrl.href);
      let bar: CasesBar | undefined;
      const text = await composeProposal(
        {
          base,
          proposal,
          baseId: /\.ya?ml$/.test(id) ? base.spec.id : id,
          seeds: rangeOf(options.seeds),
          stress: options.stress,
          budget: options.budget ?? 0,
        },
        {
          ...{ installation, workers, signal: interruption(), enough: new AbortController().signal },
          shelf: await overlayShelf(nodeFiles, installation),
          engine: {
            version: await studioVersion(nodeFiles, installation),
            id: await engineId(nodeFiles, installation),
          },
          specDigest: ({ spec }) => engine.specDigest(spec),
          begin(doing, runs) {
            bar?.end();
            tell(doing);
            bar = casesBar(runs);
            return bar;
          },
        },
      ).finally(() => bar?.end());
      await writeFiles(path.dirname(out), [{ name: path.basename(out), chunks: [text] }]);
      say(`wrote  ${options.out}`);
    });

/** Evidence says its seeds as one range. Throws `seeds.syntax`. */
function rangeOf(written: string): string {
  seedRange(written);
  if (/^\d+\.\.\d+$/.test(written)) return written;
  throw new StudioError({
    code: 'seeds.syntax',
    message: `The seeds of a proposal are one range, not "${written.slice(0, 60)}".`,
    hint: 'Write such as 1..200.',
    where: '--seeds',
  });
}
