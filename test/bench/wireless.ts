import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../main/ports/node-files.ts';
import type { Engine } from '../../sim-core/contract/engine.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import { type Figure, medianOf } from './figures.ts';

const id = 'wireless-burn-mint';
/** Rows, and ticks enough to measure them. */
const sizes = [
  [10_000, 400],
  [100_000, 100],
  [1_000_000, 20],
] as const;

/** The shipped scenario through the engine bundle: cost of a provider-step by size, memory, and a batch from the shell. */
export async function wireless(root: string): Promise<readonly Figure[]> {
  const costs = sizes.map(
    ([rows, ticks]) =>
      [rows, medianOf([1, 2, 3].map(() => inProcess(root, rows, ticks).nanoseconds))] as const,
  );
  const [small = 0, , large = 0] = costs.map(([, cost]) => cost);
  const { megabytes } = inProcess(root, 1_000_000, 20);
  return [
    ...costs.map(([rows, cost]) => ({
      name: `wireless, ${rows} rows`,
      value: cost,
      unit: 'ns/provider-step',
      note: 'one core, steps and metrics, start not counted',
    })),
    { name: 'cost at 1e6 rows / at 1e4', value: large / small, unit: 'ratio', bar: { atMost: 2 } },
    {
      name: 'wireless, 1e6 rows',
      value: megabytes,
      unit: 'MB resident',
      bar: { atMost: 1000 },
      note: 'whole process',
    },
    batch(root),
  ];
}

/** One size in a process of its own, so that neither memory nor compiled code is inherited. */
function inProcess(root: string, rows: number, ticks: number): { nanoseconds: number; megabytes: number } {
  const self = process.argv[1] ?? '';
  return JSON.parse(
    execFileSync(process.execPath, [self, '--one', root, String(rows), String(ticks)], { encoding: 'utf8' }),
  );
}

/** What `--one` does: simulates and prints cost and memory as JSON. */
export async function one(root: string, rows: number, ticks: number): Promise<void> {
  const engine: Engine = await import(pathToFileURL(path.join(root, 'dist/engine/engine.js')).href);
  const spec = await specOf(root, rows, ticks);
  const steps = engine.simulate(spec, '1');
  steps.next();
  // A third of the ticks warm the compiler up.
  for (let i = 1; i < ticks / 3; i++) steps.next();
  const begun = performance.now();
  let counted = 0;
  while (!steps.next().done) counted += 1;
  const nanoseconds = ((performance.now() - begun) * 1e6) / counted / rows;
  process.stdout.write(JSON.stringify({ nanoseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

async function specOf(root: string, rows: number, ticks: number): Promise<ScenarioSpec> {
  const folder = path.join(root, 'scenarios', id);
  const read = await openScenario(
    (name, limit) => nodeFiles.read(path.join(folder, name), limit),
    'scenario.yaml',
    id,
  );
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const { spec } = read.document;
  const mechanisms = spec.mechanisms.map((use) =>
    use.id === 'agents.providers' ? { ...use, parameters: { ...use.parameters, rows } } : use,
  );
  return { ...spec, ticks, mechanisms };
}

/** 20 seeds x 10,000 providers x 830 days, as a user starts them. */
function batch(root: string): Figure {
  const cli = path.join(root, 'dist/cli/cli.js');
  const args = [cli, 'run', id, '--seeds', '1..20', '--set', 'horizon=830 day', '--workers', '2', '--json'];
  const begun = performance.now();
  execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return {
    name: '20 seeds x 10,000 x 830 days, 2 workers',
    value: (performance.now() - begun) / 1000,
    unit: 's',
    bar: { atMost: 60 },
    note: 'whole command, start included',
  };
}
