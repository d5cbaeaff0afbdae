import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure } from './figures.ts';

const rounds = 7;

/** From the shell to the first day of 10,000 providers, its results on the disk included; and what Node alone takes of it. */
export function startUp(root: string): readonly Figure[] {
  const out = mkdtempSync(path.join(tmpdir(), 'studio-bench-'));
  const cli = path.join(root, 'dist/cli/cli.js');
  const oneDay = ['run', 'wireless-burn-mint', '--seeds', '1', '--set', 'horizon=1 day', '--out', out];
  try {
    return [
      {
        name: 'run of one day, from the shell to its files',
        value: quickest([cli, ...oneDay]),
        unit: 'ms',
        bar: { atMost: 400 },
        note: `10,000 providers; Node alone takes ${quickest(['--eval', '0']).toFixed(0)} ms of it`,
      },
      { name: 'depin-studio --version', value: quickest([cli, '--version']), unit: 'ms' },
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Milliseconds of the quickest of some starts: what else the machine does only ever adds. */
function quickest(args: readonly string[]): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    execFileSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - begun;
  });
  return Math.min(...times);
}
