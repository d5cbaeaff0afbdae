import { Command, Option } from 'commander';
import { designKinds } from '../../../../sim-core/contract/design.ts';
import { estimateOf } from '../../../services/experiments/estimate.ts';
import { casesOf } from '../../../services/experiments/plan.ts';
import type { Installation } from '../../../services/installation.ts';
import { gathered, runCount, workerCount } from '../../options.ts';
import { checkWritable } from '../../write-files.ts';
import { agreedOnCost, type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { estimateText } from '../estimate-text.ts';
import { carryOutSweep } from './carry-out-sweep.ts';
import { type PrepareOptions, prepareSweep } from './prepare-sweep.ts';

interface SweepCommandOptions extends PrepareOptions, CostFlags {
  readonly json?: boolean;
}

/** `sweep <experiment or scenario>`: many cases, one line each. */
export const sweepCommand = (installation: Installation): Command =>
  withCostFlags(new Command('sweep'))
    .description('run a scenario under many values, and write a line of results for each')
    .argument('<experiment>', 'an experiment file, or a scenario together with --vary')
    .option(
      '--vary <path=values>',
      'what varies: path=12,18,24 or path=10..20; may be repeated',
      gathered,
      [],
    )
    .addOption(
      new Option('--design <kind>', 'how values are combined (default: factorial)').choices(designKinds),
    )
    .option('--runs <count>', 'cases of a latin-hypercube or sobol design', runCount)
    .option('--design-seed <text>', 'from which the luck of the design follows (default: 1)')
    .option(
      '--seeds <list>',
      'range such as 1..50, or list such as 1,2,7 (default: 1..8, or what the file says)',
    )
    .option('--set <path=value>', 'change a value in every case; may be repeated', gathered, [])
    .option('--overlay <name>', 'lay a storm over every case; may be repeated', gathered, [])
    .option('--measure <name>', 'what is told, such as providers.active@end; may be repeated', gathered, [])
    .option('--out <folder>', 'where sweep.csv goes (default: out/<id of the experiment>)')
    .option('--store <folder>', "where runs are kept (default: runs in the project's folder)")
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--json', 'print one JSON document instead of text')
    .action(async (written: string, options: SweepCommandOptions) => {
      const prepared = await prepareSweep(written, options, installation);
      const { plan, engine, store, workers, out } = prepared;
      const estimate = await estimateOf(casesOf(plan), { installation, engine, store, workers });
      if (!agreedOnCost(estimate, estimateText(estimate, workers), options)) return;
      await checkWritable(out, options.out ?? out);
      await carryOutSweep(prepared, installation, { runs: estimate.runs, json: options.json === true });
    });
