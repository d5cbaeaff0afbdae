import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine, ExtendedEngine } from '../../sim-core/contract/engine.ts';
import type { Code } from '../../sim-core/contract/extension.ts';
import { isolatedEngine, isolationFlags } from '../../sim-core/worker/isolated-engine.ts';
import { type Workload, workloads } from './workloads.ts';

/** Cost of a provider-step and the most memory of the whole process. */
interface Cost {
  readonly nanoseconds: number;
  readonly megabytes: number;
}

/** Whether the engine runs as it is, or closed, as it does where a project brings code of its own. */
type Door = 'open' | 'closed';

const rounds = 3;

const ownMetric: Code = {
  name: 'metrics/day.js',
  id: 'sha256:0',
  text: `export default () => ({
    id: 'own.day', title: 'Day', unit: 'day', definition: 'The day.', source: 'Made up.', read: (world) => world.clock.day });`,
};

/**
 * The cheapest of some runs, each in a process of its own, so that neither memory nor compiled code is inherited. Time is
 * that of the processor, not of the clock, and what others do on the machine only ever adds to it.
 */
export function cheapest(
  root: string,
  workload: Workload,
  rows: number,
  ticks: number,
  door: Door = 'open',
): Cost {
  const costs = Array.from({ length: rounds }, () =>
    inProcess(root, [workload, `${rows}`, `${ticks}`, door]),
  );
  return {
    nanoseconds: Math.min(...costs.map((cost) => cost.nanoseconds)),
    megabytes: Math.max(...costs.map((cost) => cost.megabytes)),
  };
}

function inProcess(root: string, what: readonly string[]): Cost {
  const args = [...isolationFlags, process.argv[1] ?? '', '--one', root, ...what];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** What `--one` does: simulates and prints cost and memory as JSON. The first third of the ticks warms the compiler up. */
export async function one(
  root: string,
  workload: string,
  rows: number,
  ticks: number,
  door: string,
): Promise<void> {
  const url = pathToFileURL(path.join(root, 'dist/engine/engine.js')).href;
  const specOf = Object.entries(workloads).find(([name]) => name === workload)?.[1];
  if (!specOf) throw new Error(`There is no workload ${workload}.`);
  const spec = await specOf(root, rows, ticks);
  const engine: Engine | ExtendedEngine =
    door === 'closed' ? await isolatedEngine(url, [ownMetric]) : await import(url);
  const steps = engine.simulate(spec, '1');
  for (let i = 0; i < ticks / 3; i++) steps.next();
  const begun = process.cpuUsage();
  let counted = 0;
  while (!steps.next().done) counted += 1;
  const nanoseconds = (process.cpuUsage(begun).user * 1000) / counted / rows;
  process.stdout.write(JSON.stringify({ nanoseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}
