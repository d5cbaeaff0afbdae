import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import { applyOverlays, type Overlay } from '../../../sim-core/scenario/overlay.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { overlayIds } from '../../services/overlays.ts';
import { batchPool } from '../batch-pool.ts';
import { betweenMarkers, writeIntoReadme } from '../between-markers.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { interruption } from '../interruption.ts';
import { gathered, workerCount } from '../options.ts';
import { progressBar } from '../progress-bar.ts';
import { type FinishedBatch, type Runnable, runBatch } from '../run-batch.ts';
import { folderOf } from '../scenario-folder.ts';
import { tellShortfall } from '../tell-shortfall.ts';
import { say, tell } from '../terminal.ts';
import { findOverlay } from './find-overlay.ts';
import { overlayReport, type Trial } from './overlay-report.ts';

interface TryOptions {
  readonly seeds: string;
  readonly overlay: readonly string[];
  readonly workers?: number;
  readonly write?: boolean;
}

/** `overlay try <scenario>`: the scenario as it is beside itself under each overlay that fits, on the same seeds. */
export const overlayTryCommand = (installation: Installation): Command =>
  new Command('try')
    .description('run a scenario under each overlay, and say what it does to the verdicts, as Markdown')
    .argument('<scenario>', 'id of a shipped scenario, or a YAML file')
    .option('--seeds <list>', 'range such as 1..50, or list such as 1,2,7', '1..8')
    .option('--overlay <name>', 'only this one; may be repeated (default: all)', gathered, [])
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--write', "put it between the markers of the scenario's README.md instead of printing it")
    .action(async (written: string, { seeds, overlay, workers, write }: TryOptions) => {
      const place = await findScenario(written, installation);
      const list = seedRange(seeds);
      const document = await scenarioAt(place, installation);
      const names = overlay.length > 0 ? overlay : await overlayIds(nodeFiles, installation.scenarios);
      const overlays = await Promise.all(names.map((name) => findOverlay(name, installation)));
      const folder = folderOf(place);
      // Whatever would keep the answer from being written is told before the runs, not after them.
      if (write === true)
        betweenMarkers('overlays', await folder.text('README.md'), '', folder.label('README.md'));
      const pool = batchPool(installation, workers);
      const signal = interruption();
      const batchOf = async (runnable: Runnable, name: string): Promise<FinishedBatch['batch']> => {
        tell(name);
        const watch = { progress: progressBar(list.length, 'seeds'), signal, pool };
        const finished = await runBatch(installation, runnable, list, workers, watch);
        const { batch, cancelled } = finished;
        if (!cancelled && batch.failures.length === 0) return batch;
        tellShortfall(finished, list, 'A comparison needs them all: nothing was written.');
        throw new StudioError({
          code: 'overlay.incomplete',
          message: `Under "${name}" some seeds did not finish.`,
        });
      };
      const { base, trials } = await tried().finally(pool.close);
      const command = `npm run -s studio -- overlay try ${written} --seeds ${seeds} --write`;
      const report = overlayReport(base, trials, command);
      if (write !== true) return say(report);
      await writeIntoReadme(folder, 'overlays', report);
      say(`wrote  ${folder.label('README.md')}`);

      async function tried() {
        const base = await batchOf(document, 'as it is');
        const trials: Trial[] = [];
        for (const each of overlays) trials.push(await trial(each));
        return { base, trials };
      }

      async function trial(each: Overlay): Promise<Trial> {
        const laid = applyOverlays(document, [each]);
        if (laid.ok) return { overlay: each, batch: await batchOf(laid.document, each.id) };
        const [refused] = laid.problems;
        if (refused === undefined) throw new Error('an overlay was refused without a problem');
        return { overlay: each, refused };
      }
    });
