import { hostname } from 'node:os';
import { nodeFiles } from '../../../ports/node-files.ts';
import { estimateOf } from '../../../services/experiments/estimate.ts';
import { runCases } from '../../../services/experiments/runner.ts';
import { casesOfShard } from '../../../services/experiments/shards/cases-of-shard.ts';
import { shardOf, shardText } from '../../../services/experiments/shards/shard.ts';
import { keepShardRecord, sweepDigest } from '../../../services/experiments/shards/shard-record.ts';
import type { Installation } from '../../../services/installation.ts';
import { interruption } from '../../interruption.ts';
import { nearby } from '../../places.ts';
import { progressBar } from '../../progress-bar.ts';
import { problemText, say, tell } from '../../terminal.ts';
import { agreedOnCost, type CostFlags } from '../agree-on-cost.ts';
import { estimateText } from '../estimate-text.ts';
import type { PreparedSweep } from './prepare-sweep.ts';

/** Does one shard of a sweep: its runs go to the store, and nothing else is written. Throws `shard.*`. */
export async function carryOutShard(
  prepared: PreparedSweep,
  installation: Installation,
  written: string,
  options: CostFlags & { readonly json?: boolean },
): Promise<void> {
  const { plan, engine, engineId, store, workers } = prepared;
  const shard = shardOf(written, process.env);
  const estimate = await estimateOf(casesOfShard(plan, shard), { installation, engine, store, workers });
  if (!agreedOnCost(estimate, `Shard ${shardText(shard)}: ${estimateText(estimate, workers)}`, options))
    return;
  const { runs } = estimate;
  const count = { simulated: 0, stored: 0, failed: 0 };
  const keep = (state: 'begun' | 'done' | 'stopped') =>
    keepShardRecord(nodeFiles, store.folder, {
      ...{ sweep: sweepDigest(engine, plan), ...shard, engineId, host: hostname(), state, runs },
      finished: count.simulated + count.stored,
      failed: count.failed,
    });
  await keep('begun');
  const signal = interruption();
  const progress = progressBar(runs, 'runs');
  try {
    const cases = runCases(casesOfShard(plan, shard), { installation, store, workers, signal, progress });
    for await (const { batch, simulated, case: its } of cases) {
      count.simulated += simulated;
      count.stored += batch.seeds.length - simulated;
      count.failed += batch.failures.length;
      for (const { seed, problem } of batch.failures)
        tell(
          problemText({ ...problem, message: `Seed ${seed} of the case "${its.label}": ${problem.message}` }),
        );
    }
  } finally {
    progress.end();
  }
  const { simulated, stored, failed } = count;
  const complete = simulated + stored + failed === runs;
  await keep(complete ? 'done' : 'stopped');
  if (options.json === true)
    say(JSON.stringify({ shard: shardText(shard), complete, runs, ...count, store: store.folder }));
  else
    say(
      `Shard ${shardText(shard)}: ${simulated} simulated, ${stored} found, ${failed} failed, in ${nearby(store.folder)}`,
    );
  if (complete && failed === 0) return;
  process.exitCode = 1;
  if (!complete) tell('It was interrupted. Start it again to go on from there.');
}
