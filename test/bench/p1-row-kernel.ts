import path from 'node:path';
import { run } from '../../sim-core/kernel/run.ts';
import { type Figure, medianOf } from './figures.ts';
import { speedInC } from './in-c.ts';
import { providerMarketRows } from './provider-market-rows.ts';

const rows = 100_000;
const ticks = 300;
const rounds = 7;

/** P1 with its passes as row kernels, beside the same in C that gcc turns into vectors, by the time of the processor. */
export function p1RowKernel(root: string): readonly Figure[] {
  const market = providerMarketRows(rows);
  const speeds = Array.from({ length: rounds + 1 }, () => {
    const begun = process.cpuUsage();
    const steps = run(market, { seed: '1', ticks });
    while (!steps.next().done);
    return (rows * ticks * 1e6) / process.cpuUsage(begun).user;
  });
  // The first round warms it up.
  const ours = medianOf(speeds.slice(1));
  const c = speedInC(path.join(root, 'test/bench/p1-vectorised.c'), rows, ticks, rounds);
  return [
    {
      name: 'P1 as row kernels',
      value: ours / 1e6,
      unit: 'M agent-steps/s',
      note: 'WebAssembly SIMD from the same graph as the JavaScript form',
    },
    ...(c === undefined
      ? [{ name: 'P1 vectorised C', value: Number.NaN, unit: 'ratio', note: 'not measured: gcc is not here' }]
      : [
          { name: 'P1 vectorised C (gcc -O3 -march=native)', value: c / 1e6, unit: 'M agent-steps/s' },
          { name: 'P1 row kernels / vectorised C', value: ours / c, unit: 'ratio', bar: { atLeast: 0.4 } },
        ]),
  ];
}
