import path from 'node:path';
import { Command } from 'commander';
import { seedRange } from '../../sim-core/results/seed-range.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { courseFile, courseText } from '../services/scenarios/stored-course.ts';
import { findScenario, scenarioAt } from './find-scenario.ts';
import { interruption } from './interruption.ts';
import { workerCount } from './options.ts';
import { progressBar } from './progress-bar.ts';
import { runBatch } from './run-batch.ts';
import { folderOf } from './scenario-folder.ts';
import { tellShortfall } from './tell-shortfall.ts';
import { say } from './terminal.ts';

interface CourseOptions {
  readonly seeds: string;
  readonly workers?: number;
}

/** `scenario course <scenario...>`: runs each and stores the small picture of it that the Library shows. */
export const scenarioCourseCommand = (installation: Installation): Command =>
  new Command('course')
    .description("run scenarios and store what came of them in their folders, for the Library's cards")
    .argument('<scenario...>', 'ids of shipped scenarios, id/variant, or YAML files')
    .option('--seeds <list>', 'range such as 1..50, or list such as 1,2,7', '1..10')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .action(async (written: readonly string[], options: CourseOptions) => {
      const seeds = seedRange(options.seeds);
      const signal = interruption();
      for (const each of written) {
        const place = await findScenario(each, installation);
        const document = await scenarioAt(place, installation);
        const folder = folderOf(place);
        const name = courseFile(path.basename(place.file));
        // Before anything runs, so that no run is lost for a folder that nobody may write to.
        await nodeFiles.makeFolder(path.dirname(folder.place(name)));
        const watch = { progress: progressBar(seeds.length, 'seeds'), signal };
        const finished = await runBatch(installation, document, seeds, options.workers, watch);
        if (finished.batch.seeds.length < seeds.length) {
          process.exitCode = 1;
          return tellShortfall(finished, seeds, 'A course needs them all: nothing was written.');
        }
        await nodeFiles.write(folder.place(name), courseText(document.spec, finished.batch));
        say(`wrote  ${folder.label(name)}`);
      }
    });
