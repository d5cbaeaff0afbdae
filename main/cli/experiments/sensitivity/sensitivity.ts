import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { sensitivityMethods } from '../../../../sim-core/contract/sensitivity-method.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import { estimateOf } from '../../../services/experiments/estimate.ts';
import {
  planSensitivity,
  problemsAtEnds,
} from '../../../services/experiments/sensitivity/plan-sensitivity.ts';
import {
  casesOfSensitivity,
  runSensitivity,
} from '../../../services/experiments/sensitivity/run-sensitivity.ts';
import type { Installation } from '../../../services/installation.ts';
import { Refusal } from '../../../services/refusal.ts';
import { interruption } from '../../interruption.ts';
import { gathered, runCount, workerCount } from '../../options.ts';
import { nearby } from '../../places.ts';
import { progressBar } from '../../progress-bar.ts';
import { say, tell } from '../../terminal.ts';
import { outFolder, writeFiles } from '../../write-files.ts';
import { agreedOnCost, type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { estimateText } from '../estimate-text.ts';
import { openStore, type StoreFlag, withStoreFlags } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { sensitivityCsv } from './sensitivity-csv.ts';
import { sensitivityReport } from './sensitivity-report.ts';
import { type SensitivityFlags, sensitivityRequest } from './sensitivity-task.ts';

interface SensitivityOptions extends SensitivityFlags, CostFlags {
  readonly store?: StoreFlag;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `sensitivity <scenario>`: which parameters move an answer, how sure that is, and how much of it rests on assumptions. */
export const sensitivityCommand = (installation: Installation): Command =>
  withCostFlags(withStoreFlags(new Command('sensitivity')))
    .description('find what matters: which parameters move a result, and how much of it rests on assumptions')
    .argument('<experiment>', 'an experiment file, or a scenario together with --measure and --factors')
    .option(
      '--measure <text>',
      'what is moved: providers.active@36mo, mean(market.price), a verdict such as sustainable',
    )
    .option(
      '--factors <list>',
      'what is varied: path, path=5..20, path=5..20/log or path=a|b, with commas between',
    )
    .option('--all-unsourced', 'vary every number of the scenario that is an assumption')
    .option('--all', 'vary every number of the scenario')
    .option('--budget <runs>', 'runs to make at most, points times seeds (default: 1000)', runCount)
    .option('--seeds <list>', 'seeds of each point, the same at all (default: 1..4, or what the file says)')
    .addOption(
      new Option('--method <name>', 'instead of the one that the budget pays for').choices(
        sensitivityMethods,
      ),
    )
    .option('--design-seed <text>', 'another gives other points (default: 1)')
    .option('--set <path=value>', 'change a value everywhere; may be repeated', gathered, [])
    .option('--overlay <name>', 'lay a storm over it everywhere; may be repeated', gathered, [])
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write sensitivity.csv and sensitivity.json')
    .option('--json', 'print one JSON document instead of text')
    .action(async (written: string, options: SensitivityOptions) => {
      const { task, project } = await sensitivityRequest(written, options, installation);
      const plan = planSensitivity(task);
      const problems = problemsAtEnds(task);
      if (problems.length > 0) throw new Refusal(problems);
      const out = await outFolder(options.out);
      const workers = options.workers ?? availableParallelism();
      const store = await openStore(installation, options.store, project);
      const kept = store === undefined ? {} : { store };
      const engine = await loadEngine(installation.engineUrl.href);
      const estimate = await estimateOf(casesOfSensitivity(plan), { installation, engine, workers, ...kept });
      const cost = store === undefined ? { ...estimate, bytes: 0 } : estimate;
      const announced = `${plan.choice.because}\n${estimateText(cost, workers)}`;
      if (!agreedOnCost(estimate, announced, options)) return;
      const progress = progressBar(estimate.runs, 'runs');
      const result = await runSensitivity(plan, {
        installation,
        workers,
        signal: interruption(),
        progress,
        ...kept,
      }).finally(() => progress.end());
      const json = JSON.stringify(result, orNull);
      say(options.json === true ? json : sensitivityReport(result));
      if (out === undefined) return;
      const files = await writeFiles(out, [
        { name: 'sensitivity.csv', chunks: sensitivityCsv(result) },
        { name: 'sensitivity.json', chunks: [`${json}\n`] },
      ]);
      for (const file of files) tell(`wrote  ${nearby(file)}`);
    });
