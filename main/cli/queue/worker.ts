import { Command, InvalidArgumentError } from 'commander';
import type { Installation } from '../../services/installation.ts';
import { workerCount } from '../options.ts';
import type { WorkerOptions } from './carry-out-worker.ts';
import { queueHelp } from './queue-flags.ts';

/** `worker`: simulates what sweeps on other machines ask for, until it is ended. */
export const workerCommand = (installation: Installation): Command =>
  new Command('worker')
    .description('simulate seeds for sweeps on other machines, until it is ended (Ctrl-C)')
    .requiredOption('--queue <url>', queueHelp)
    .requiredOption('--store <folder>', 'where runs are kept: the folder that the sweep has, shared')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option(
      '--lease <seconds>',
      'after so long without a sign of it this worker counts as dead, and others take over',
      seconds,
      30,
    )
    .option('--leave-after <seconds>', 'end when for so long there was neither a seed nor a sweep', seconds)
    .action(async (options: WorkerOptions) => {
      // Loaded only here: no other command waits for the queue's code.
      const { carryOutWorker } = await import('./carry-out-worker.ts');
      await carryOutWorker(options, installation);
    });

function seconds(written: string): number {
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= 86_400) return count;
  throw new InvalidArgumentError('It must be a whole number of seconds from 1 to 86400.');
}
