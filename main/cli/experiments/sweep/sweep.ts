import { Command } from 'commander';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { estimateOf } from '../../../services/experiments/estimate.ts';
import { casesOf } from '../../../services/experiments/plan.ts';
import type { Installation } from '../../../services/installation.ts';
import { workerCount } from '../../options.ts';
import type { SweepQueue } from '../../queue/open-sweep-queue.ts';
import { queueHelp } from '../../queue/queue-flags.ts';
import { checkWritable } from '../../write-files.ts';
import { agreedOnCost, type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { estimateText } from '../estimate-text.ts';
import { carryOutShard } from './carry-out-shard.ts';
import { carryOutSweep } from './carry-out-sweep.ts';
import { type PreparedSweep, type PrepareOptions, prepareSweep } from './prepare-sweep.ts';
import { withSweepFlags } from './sweep-flags.ts';

interface SweepCommandOptions extends PrepareOptions, CostFlags {
  readonly queue?: string;
  readonly shard?: string;
  readonly json?: boolean;
}

/** `sweep <experiment or scenario>`: many cases, one line each. */
export const sweepCommand = (installation: Installation): Command =>
  withSweepFlags(withCostFlags(new Command('sweep')))
    .description('run a scenario under many values, and write a line of results for each')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--queue <url>', `give the seeds to workers on other machines, over a queue: ${queueHelp}`)
    .option(
      '--shard <i/n>',
      'do only the i-th of n parts, which `merge` joins: 3/16, or auto/16 in a SLURM array or an indexed Kubernetes job',
    )
    .action(async (written: string, options: SweepCommandOptions) => {
      refuseTogether(options);
      const prepared = await prepareSweep(written, options, installation);
      if (options.shard !== undefined)
        return await carryOutShard(prepared, installation, options.shard, options);
      const { plan, engine, store, out } = prepared;
      const queue = await queueOf(options, prepared, installation);
      try {
        const workers = queue === undefined ? prepared.workers : Math.max(1, queue.threads);
        const estimate = await estimateOf(casesOf(plan), { installation, engine, store, workers });
        if (!agreedOnCost(estimate, estimateText(estimate, workers), options)) return;
        await checkWritable(out, options.out ?? out);
        await carryOutSweep(prepared, installation, {
          runs: estimate.runs,
          json: options.json === true,
          ...(queue === undefined ? {} : { desks: queue.desks }),
        });
      } finally {
        await queue?.close();
      }
    });

/** The queue that the flags name. Its code is loaded only where one is: a sweep on one machine does not wait for it. */
async function queueOf(
  { queue }: SweepCommandOptions,
  prepared: PreparedSweep,
  installation: Installation,
): Promise<SweepQueue | undefined> {
  if (queue === undefined) return undefined;
  const { openSweepQueue } = await import('../../queue/open-sweep-queue.ts');
  return await openSweepQueue(queue, prepared, installation);
}

function refuseTogether({ queue, shard, workers, out }: SweepCommandOptions): void {
  if (queue !== undefined && shard !== undefined)
    throw together('--shard', 'A queue shares the runs out by itself.', 'Keep --queue or --shard.');
  if (queue !== undefined && workers !== undefined)
    throw together('--workers', 'The threads are those of the workers.', 'Give --workers to `worker`.');
  if (shard !== undefined && out !== undefined)
    throw together('--out', 'A shard has no table of its own.', 'Give --out to `merge`, when all are over.');
}

const together = (where: string, message: string, hint: string): StudioError =>
  new StudioError({ code: 'sweep.two-ways', message, hint, where });
