import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from '../../sim-core/contract/engine.ts';
import { type Workload, workloads } from './workloads.ts';

/** Cost of a provider-step and the most memory of the whole process. */
interface Cost {
  readonly nanoseconds: number;
  readonly megabytes: number;
}

const rounds = 3;

/**
 * The cheapest of some runs, each in a process of its own, so that neither memory nor compiled code is inherited. Time is
 * that of the processor, not of the clock, and what others do on the machine only ever adds to it.
 */
export function cheapest(root: string, workload: Workload, rows: number, ticks: number): Cost {
  const costs = Array.from({ length: rounds }, () => inProcess(root, workload, rows, ticks));
  return {
    nanoseconds: Math.min(...costs.map((cost) => cost.nanoseconds)),
    megabytes: Math.max(...costs.map((cost) => cost.megabytes)),
  };
}

function inProcess(root: string, workload: Workload, rows: number, ticks: number): Cost {
  const self = process.argv[1] ?? '';
  const args = [self, '--one', root, workload, String(rows), String(ticks)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** What `--one` does: simulates and prints cost and memory as JSON. The first third of the ticks warms the compiler up. */
export async function one(root: string, workload: string, rows: number, ticks: number): Promise<void> {
  const engine: Engine = await import(pathToFileURL(path.join(root, 'dist/engine/engine.js')).href);
  const specOf = Object.entries(workloads).find(([name]) => name === workload)?.[1];
  if (!specOf) throw new Error(`There is no workload ${workload}.`);
  const steps = engine.simulate(await specOf(root, rows, ticks), '1');
  for (let i = 0; i < ticks / 3; i++) steps.next();
  const begun = process.cpuUsage();
  let counted = 0;
  while (!steps.next().done) counted += 1;
  const nanoseconds = (process.cpuUsage(begun).user * 1000) / counted / rows;
  process.stdout.write(JSON.stringify({ nanoseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}
