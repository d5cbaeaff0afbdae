import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Figure } from './figures.ts';

const rounds = 3;
const run = ['run', 'wireless-burn-mint', '--seeds', '1..8', '--set', 'horizon=830 day', '--json'];

/** How much sooner two workers are done with 8 seeds of 10,000 providers than one, by the clock of the batch. */
export function parallel(root: string): readonly Figure[] {
  const cli = path.join(root, 'dist/cli/cli.js');
  const durationOf = (workers: number): number => {
    const args = [cli, ...run, '--workers', String(workers), '--out', path.join(root, 'out/bench')];
    const out = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 26,
    });
    return JSON.parse(out).durationMs;
  };
  // By turns, so that what else the machine does meets both alike; what it takes only ever adds.
  const pairs = Array.from({ length: rounds }, () => [durationOf(1), durationOf(2)] as const);
  const one = Math.min(...pairs.map(([first]) => first));
  const two = Math.min(...pairs.map(([, second]) => second));
  return [
    {
      name: '8 seeds, 2 workers against 1',
      value: one / two,
      unit: 'times',
      bar: { atLeast: 1.85 },
      note: `${(one / 1000).toFixed(1)} s and ${(two / 1000).toFixed(1)} s, start of the workers included`,
    },
  ];
}
