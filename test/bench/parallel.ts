import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure } from './figures.ts';

/** Seeds of the wireless scenario, and what is said of them. */
interface Ensemble {
  readonly seeds: number;
  readonly days: number;
  readonly providers: number;
  /** Of two workers against one. */
  readonly atLeast?: number;
  /** Counts of workers that are measured against one. */
  readonly workers: readonly number[];
  readonly rounds: number;
}

const cores = availableParallelism();
const several = [...new Set([2, Math.floor(cores / 2), cores])].filter((count) => count > 1);

// A worker's first days are V8's: it compiles the engine for each worker anew, on whatever core is free. One worker alone has the other core for
// that, so short runs show it; the bars stand where a network is as large as people ask for, over its whole horizon.
const ensembles: readonly Ensemble[] = [
  { seeds: 8, days: 830, providers: 10_000, workers: [2], rounds: 3 },
  { seeds: 20, days: 1826, providers: 10_000, workers: several, rounds: 3 },
  { seeds: 8, days: 1826, providers: 100_000, atLeast: 1.85, workers: [2], rounds: 3 },
  { seeds: 20, days: 1826, providers: 100_000, atLeast: 1.9, workers: [2], rounds: 2 },
];

/** How much sooner several workers are done with the seeds of an ensemble than one, by the clock of the batch. */
export function parallel(root: string): readonly Figure[] {
  return ensembles.flatMap((ensemble) => scaling(root, ensemble));
}

function scaling(root: string, ensemble: Ensemble): readonly Figure[] {
  const { seeds, days, providers, atLeast, workers, rounds } = ensemble;
  const counts = [1, ...workers];
  // By turns, so that what else the machine does meets all alike; what it takes only ever adds.
  const times = Array.from({ length: rounds }, () =>
    counts.map((count) => durationOf(root, { seeds, days, providers, count })),
  );
  const best = counts.map((_, i) => Math.min(...times.map((round) => round[i] ?? Number.NaN)));
  const [alone = Number.NaN] = best;
  return workers.map((count, i) => {
    const together = best[i + 1] ?? Number.NaN;
    return {
      name: `${seeds} seeds x ${providers.toLocaleString('en')} x ${days} days, ${count} workers against 1`,
      value: alone / together,
      unit: 'times',
      note: `${(alone / 1000).toFixed(1)} s and ${(together / 1000).toFixed(1)} s, start of the workers included`,
      ...(count === 2 && atLeast !== undefined ? { bar: { atLeast } } : {}),
    };
  });
}

/** Milliseconds of one batch, without the start of the command and its files. */
function durationOf(
  root: string,
  run: {
    readonly seeds: number;
    readonly days: number;
    readonly providers: number;
    readonly count: number;
  },
): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-bench-'));
  const { seeds, days, providers, count } = run;
  const args = [
    ...[path.join(root, 'dist/cli/cli.js'), 'run', 'wireless-burn-mint', '--seeds', `1..${seeds}`],
    ...['--set', `horizon=${days} day`, '--set', `agents.providers.rows=${providers}`],
    ...['--workers', String(count), '--json', '--out', folder],
  ];
  try {
    const out = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 26,
    });
    return JSON.parse(out).durationMs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
