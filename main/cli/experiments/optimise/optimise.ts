import { Command } from 'commander';
import { runOptimise } from '../../../services/experiments/optimise/run-optimise.ts';
import type { Installation } from '../../../services/installation.ts';
import { commandLine } from '../../../services/results/command-line.ts';
import { runCount, workerCount } from '../../options.ts';
import { say, tell } from '../../terminal.ts';
import { outFolder, writeFiles } from '../../write-files.ts';
import { type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { type StoreFlag, withStoreFlags } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { searched } from '../searched.ts';
import { frontCsv } from './front-csv.ts';
import { optimiseReport } from './optimise-report.ts';
import { optimiseTask } from './optimise-task.ts';

interface OptimiseOptions extends CostFlags {
  readonly budget: number;
  readonly seeds?: string;
  readonly designSeed?: string;
  readonly store?: StoreFlag;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `optimise <experiment.yaml>`: the values that serve written goals best. Ends with 1 where none keeps to the constraints. */
export const optimiseCommand = (installation: Installation): Command =>
  withCostFlags(withStoreFlags(new Command('optimise')))
    .description(
      'search the values of an experiment file that serve its goals best, and check them on fresh seeds',
    )
    .argument('<experiment>', 'YAML file with scenario, design and goals')
    .option(
      '--budget <runs>',
      'runs to make at most: candidates times seeds, the check included',
      runCount,
      1000,
    )
    .option('--seeds <list>', 'seeds of each candidate, instead of those of the file')
    .option('--design-seed <text>', 'another seed searches elsewhere')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write optimise.md and front.csv')
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (written: string, options: OptimiseOptions) => {
      const { task, experiment, project } = await optimiseTask(written, options, installation);
      const out = await outFolder(options.out);
      const { document, budget, factors } = task;
      const answer = await searched(
        {
          ...{ document, budget, project, over: { count: factors.length, what: 'parameter' } },
          run: (runner) => runOptimise(task, runner),
        },
        options,
        installation,
      );
      if (answer === undefined) return;
      if (!answer.front.some(({ holds }) => holds)) process.exitCode = 1;
      const report = optimiseReport(answer, experiment, commandLine(process.argv.slice(2)));
      if (options.json === true) say(JSON.stringify(answer, orNull));
      else say(report);
      if (out === undefined) return;
      const files = await writeFiles(out, [
        { name: 'optimise.md', chunks: [`${report}\n`] },
        { name: 'front.csv', chunks: frontCsv(answer) },
      ]);
      for (const file of files) tell(`wrote  ${file}`);
    });
