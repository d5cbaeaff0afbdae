import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import { estimateOfSearch } from '../../../services/experiments/estimate.ts';
import type { OptimiseAnswer } from '../../../services/experiments/optimise/optimise-answer.ts';
import { runOptimise } from '../../../services/experiments/optimise/run-optimise.ts';
import type { Installation } from '../../../services/installation.ts';
import { commandLine } from '../../../services/results/command-line.ts';
import { interruption } from '../../interruption.ts';
import { runCount, workerCount } from '../../options.ts';
import { fromUser } from '../../places.ts';
import { say, tell } from '../../terminal.ts';
import { checkWritable, writeFiles } from '../../write-files.ts';
import { agreedOnCost, type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { casesBar } from '../cases-bar.ts';
import { searchText } from '../estimate-text.ts';
import { openStore, type StoreFlag, withStoreFlags } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { frontCsv } from './front-csv.ts';
import { optimiseReport } from './optimise-report.ts';
import { type OptimiseRequest, optimiseTask } from './optimise-task.ts';

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
      const request = await optimiseTask(written, options, installation);
      const out = options.out === undefined ? undefined : fromUser(options.out);
      if (out !== undefined) await checkWritable(out, options.out ?? '');
      const answer = await optimised(request, options, installation);
      if (answer === undefined) return;
      if (!answer.front.some(({ holds }) => holds)) process.exitCode = 1;
      const report = optimiseReport(answer, request.experiment, commandLine(process.argv.slice(2)));
      if (options.json === true) say(JSON.stringify(answer, orNull));
      else say(report);
      if (out === undefined) return;
      const files = await writeFiles(out, [
        { name: 'optimise.md', chunks: [`${report}\n`] },
        { name: 'front.csv', chunks: frontCsv(answer) },
      ]);
      for (const file of files) tell(`wrote  ${file}`);
    });

/** Undefined where only the cost was asked. */
async function optimised(
  { task, project }: OptimiseRequest,
  options: OptimiseOptions,
  installation: Installation,
): Promise<OptimiseAnswer | undefined> {
  const { budget } = options;
  const workers = options.workers ?? availableParallelism();
  const opened = await openStore(installation, options.store, project);
  const store = opened === undefined ? {} : { store: opened };
  const engine = await loadEngine(installation.engineUrl.href);
  const estimate = await estimateOfSearch(task, budget, { installation, engine, workers, ...store });
  const parameters = `${task.factors.length} ${task.factors.length === 1 ? 'parameter' : 'parameters'}.`;
  if (!agreedOnCost(estimate, `${parameters} ${searchText(estimate, workers)}`, options)) return undefined;
  const bar = casesBar(budget);
  try {
    const signal = interruption();
    return await runOptimise(task, { installation, signal, progress: bar, workers, ...store });
  } finally {
    bar.end();
  }
}
