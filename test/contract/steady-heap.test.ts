import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { workloads } from '../bench/workloads.ts';
import { installation } from '../golden/specs.ts';

const rows = 40_000;

it('neither keeps nor takes memory for a row in a tick, with every slot filled', async () => {
  const spec = await workloads.economy(root, rows, 500);
  const script = path.join(root, 'test/contract/heap-of-run.mjs');
  const flags = ['--expose-gc', '--max-semi-space-size=64'];
  const { grown, taken } = JSON.parse(
    execFileSync(process.execPath, [...flags, script, installation.engineUrl.href], {
      input: JSON.stringify(spec),
      encoding: 'utf8',
    }),
  );
  // 50 ticks may leave code and tables of the compiler behind; one number a row would be 32 MB, or one array a tick 8 MB.
  expect(grown).toBeLessThan(500_000);
  // Scalars, metrics and rules in force are some thousand small objects a day; a number for every row that runs is 16 bytes each.
  expect(taken).toBeLessThan(5 * rows);
});
