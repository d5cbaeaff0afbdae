import { Command, InvalidArgumentError } from 'commander';
import { nodeFiles } from '../../../ports/node-files.ts';
import { runStoreIn } from '../../../services/experiments/run-store.ts';
import { joinStores } from '../../../services/experiments/shards/join-stores.ts';
import { shardRecords, sweepDigest } from '../../../services/experiments/shards/shard-record.ts';
import type { Installation } from '../../../services/installation.ts';
import { fromUser } from '../../places.ts';
import { tell } from '../../terminal.ts';
import { checkWritable } from '../../write-files.ts';
import { carryOutSweep } from '../sweep/carry-out-sweep.ts';
import { type PrepareOptions, prepareSweep } from '../sweep/prepare-sweep.ts';
import { withSweepFlags } from '../sweep/sweep-flags.ts';
import { checkStores } from './check-stores.ts';
import { shortfallOf } from './shortfall-of.ts';

interface MergeOptions extends PrepareOptions {
  readonly shards?: number;
  readonly json?: boolean;
}

/** `merge <experiment or scenario> [stores]`: the table of a sweep whose shards ran elsewhere. */
export const mergeCommand = (installation: Installation): Command =>
  withSweepFlags(new Command('merge'))
    .description('join the runs of shards (`sweep --shard`), and write what one sweep would have written')
    .argument('[stores...]', 'folders in which shards kept their runs, where that was not the store itself')
    .option('--shards <count>', 'how many there were (default: what they have written down)', shardCount)
    .action(async (written: string, stores: readonly string[], options: MergeOptions) => {
      await checkStores(stores);
      const prepared = await prepareSweep(written, options, installation);
      const { plan, engine, engineId, store, out } = prepared;
      const folders = stores.map(fromUser);
      const from = folders.map((folder) => runStoreIn(nodeFiles, { folder, engineId }));
      const joined = await joinStores(plan, engine, { into: store, from });
      const records = await shardRecords(nodeFiles, [store.folder, ...folders], sweepDigest(engine, plan));
      if (stores.length > 0) tell(`${joined.taken} of ${joined.runs} runs were taken over.`);
      if (joined.missing.length > 0) {
        for (const line of shortfallOf({ joined, records, engineId, plan, shards: options.shards }))
          tell(line);
        process.exitCode = 1;
        return;
      }
      await checkWritable(out, options.out ?? out);
      await carryOutSweep(prepared, installation, { runs: joined.runs, json: options.json === true });
    });

function shardCount(written: string): number {
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= 100_000) return count;
  throw new InvalidArgumentError('It must be a whole number from 1 to 100000.');
}
