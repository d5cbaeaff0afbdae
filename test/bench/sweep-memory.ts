import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure } from './figures.ts';

const seeds = 8;
const days = 200;
/** 96 runs, and four times as many: what a sweep holds may not depend on how long it is. */
const sizes = [12, 48] as const;

/** The most memory that a sweep of 10,000 providers takes, all its threads together, and what four times as many runs add. */
export async function sweepMemory(root: string): Promise<readonly Figure[]> {
  const [short, long] = sizes;
  const few = await most(root, short);
  const many = await most(root, long);
  return [
    {
      name: `sweep of ${long * seeds} runs x 10,000 x ${days} days, memory`,
      value: many,
      unit: 'MB resident',
      bar: { atMost: 1000 },
      note: `all threads; ${few.toFixed(0)} MB with ${short * seeds} runs`,
    },
    {
      name: `memory of ${long * seeds} runs / of ${short * seeds}`,
      value: many / few,
      unit: 'ratio',
      bar: { atMost: 1.25 },
      note: 'flat: results go to the disk, so 2,000 runs hold what 400 do',
    },
  ];
}

/** Looks at the memory of the command every so often: the system tells a parent the peak of no single child. */
async function most(root: string, cases: number): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-bench-'));
  const periods = Array.from({ length: cases }, (_, i) => `${12 + i} month`).join(',');
  const args = [
    ...[path.join(root, 'dist/cli/cli.js'), 'sweep', 'wireless-burn-mint'],
    ...['--vary', `emission.halving.period=${periods}`, '--set', `horizon=${days} day`],
    ...['--seeds', `1..${seeds}`, '--measure', 'providers.active@end'],
    ...['--store', path.join(folder, 'runs'), '--out', path.join(folder, 'out')],
  ];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid));
  }, 250);
  try {
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`The sweep ended with exit code ${code}.`);
    return peak;
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Megabytes of a process now; 0 once it is over. */
function residentOf(pid: number | undefined): number {
  try {
    return (
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' })) /
      1024
    );
  } catch {
    return 0;
  }
}
