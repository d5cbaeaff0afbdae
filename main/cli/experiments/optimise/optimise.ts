import { Command } from 'commander';
import type { OptimiseAnswer } from '../../../services/experiments/optimise/optimise-answer.ts';
import { type OptimiseTask, runOptimise } from '../../../services/experiments/optimise/run-optimise.ts';
import type { Installation } from '../../../services/installation.ts';
import { commandLine } from '../../command-line.ts';
import { interruption } from '../../interruption.ts';
import { runCount, workerCount } from '../../options.ts';
import { fromUser } from '../../places.ts';
import { say, tell } from '../../terminal.ts';
import { checkWritable, writeFiles } from '../../write-files.ts';
import { casesBar } from '../cases-bar.ts';
import { openStore } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { frontCsv } from './front-csv.ts';
import { optimiseReport } from './optimise-report.ts';
import { optimiseTask } from './optimise-task.ts';

interface OptimiseOptions {
  readonly budget: number;
  readonly seeds?: string;
  readonly designSeed?: string;
  readonly runs?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `optimise <experiment.yaml>`: the values that serve written goals best. Ends with 1 where none keeps to the constraints. */
export const optimiseCommand = (installation: Installation): Command =>
  new Command('optimise')
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
    .option('--runs <folder>', 'keep runs here, and take from here what has run')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write optimise.md and front.csv')
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (written: string, options: OptimiseOptions) => {
      const { task, experiment } = await optimiseTask(written, options, installation);
      const out = options.out === undefined ? undefined : fromUser(options.out);
      if (out !== undefined) await checkWritable(out, options.out ?? '');
      tell(`${task.factors.length} parameters, at most ${options.budget} runs.`);
      const answer = await optimised(task, options, installation);
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

async function optimised(
  task: OptimiseTask,
  { runs, workers, budget }: OptimiseOptions,
  installation: Installation,
): Promise<OptimiseAnswer> {
  const bar = casesBar(budget);
  const store = await openStore(installation, runs);
  try {
    return await runOptimise(task, {
      installation,
      signal: interruption(),
      progress: bar,
      ...(store === undefined ? {} : { store }),
      ...(workers === undefined ? {} : { workers }),
    });
  } finally {
    bar.end();
  }
}
