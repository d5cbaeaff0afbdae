import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Figure } from './figures.ts';
import { cheapest } from './one-run.ts';
import type { Workload } from './workloads.ts';

/** Rows, and ticks enough to measure them. */
const sizes = [
  [10_000, 400],
  [100_000, 150],
  [1_000_000, 30],
] as const;

const note = 'one core, steps and metrics, start not counted';

/** The shipped scenario and an economy with every slot filled, through the engine bundle; and a batch from the shell. */
export function scenarios(root: string): readonly Figure[] {
  return [...bySize(root, 'wireless', 25), ...bySize(root, 'economy', 15), closed(root), batch(root)];
}

/** Provider-steps a second at 1e5 rows, how their cost grows with rows, and what a million takes of memory. */
function bySize(root: string, workload: Workload, atLeast: number): readonly Figure[] {
  const costs = sizes.map(([rows, ticks]) => ({ rows, ...cheapest(root, workload, rows, ticks) }));
  const [small, middle, large] = costs;
  if (!small || !middle || !large) return [];
  return [
    ...costs.map(({ rows, nanoseconds }) => ({
      name: `${workload}, ${rows} rows`,
      value: 1000 / nanoseconds,
      unit: 'M provider-steps/s',
      note,
      ...(rows === middle.rows ? { bar: { atLeast } } : {}),
    })),
    {
      name: `${workload}, cost at 1e6 rows / at 1e4`,
      value: large.nanoseconds / small.nanoseconds,
      unit: 'ratio',
      bar: { atMost: 2 },
    },
    {
      name: `${workload}, 1e6 rows`,
      value: large.megabytes,
      unit: 'MB resident',
      bar: { atMost: 1000 },
      note: 'whole process',
    },
  ];
}

/** What the wireless scenario costs as it is, over what it costs where a project brings code of its own, and all runs closed. */
function closed(root: string): Figure {
  const [rows, ticks] = sizes[1];
  const open = cheapest(root, 'wireless', rows, ticks);
  return {
    name: `wireless, ${rows} rows, beside code of a project / without`,
    value: open.nanoseconds / cheapest(root, 'wireless', rows, ticks, 'closed').nanoseconds,
    unit: 'ratio',
    bar: { atLeast: 0.9 },
    note: 'the same mechanisms; speed',
  };
}

/** 20 seeds x 10,000 providers x 830 days, as a user starts them. */
function batch(root: string): Figure {
  const cli = path.join(root, 'dist/cli/cli.js');
  const args = [cli, 'run', 'wireless-burn-mint', '--seeds', '1..20', '--set', 'horizon=830 day'];
  const begun = performance.now();
  execFileSync(process.execPath, [...args, '--workers', '2', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    name: '20 seeds x 10,000 x 830 days, 2 workers',
    value: (performance.now() - begun) / 1000,
    unit: 's',
    bar: { atMost: 60 },
    note: 'whole command, start included',
  };
}
