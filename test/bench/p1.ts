import path from 'node:path';
import { run } from '../../sim-core/kernel/run.ts';
import { type Figure, medianOf } from './figures.ts';
import { handWritten } from './hand-written.ts';
import { speedInC } from './in-c.ts';
import { providerMarket } from './provider-market.ts';

const rows = 100_000;
const ticks = 300;
const rounds = 7;

/** P1 through the public contract, beside a hand-written loop in the same process and scalar C where gcc exists. */
export function p1(root: string): readonly Figure[] {
  const market = providerMarket(rows);
  const ours = (): void => {
    const steps = run(market, { seed: '1', ticks });
    while (!steps.next().done);
  };
  const theirs = (): unknown => handWritten(rows, ticks, '1');
  // In turn, so that both meet the same machine; the first round warms both up.
  const pairs = Array.from({ length: rounds + 1 }, () => [speed(ours), speed(theirs)] as const).slice(1);
  const contract = medianOf(pairs.map(([a]) => a));
  return [
    {
      name: 'P1 through the contract',
      value: contract / 1e6,
      unit: 'M agent-steps/s',
      note: `${rows} agents x ${ticks} ticks`,
    },
    { name: 'P1 hand-written loop', value: medianOf(pairs.map(([, b]) => b)) / 1e6, unit: 'M agent-steps/s' },
    {
      name: 'P1 contract / hand-written',
      value: medianOf(pairs.map(([a, b]) => a / b)),
      unit: 'ratio',
      bar: { atLeast: 0.95 },
    },
    ...inC(root, contract),
  ];
}

function inC(root: string, contract: number): readonly Figure[] {
  const c = speedInC(path.join(root, 'test/bench/p1.c'), rows, ticks, rounds);
  if (c === undefined)
    return [{ name: 'P1 scalar C', value: Number.NaN, unit: 'ratio', note: 'not measured: gcc is not here' }];
  return [
    { name: 'P1 scalar C (gcc -O3 -march=native)', value: c / 1e6, unit: 'M agent-steps/s' },
    { name: 'P1 contract / scalar C', value: contract / c, unit: 'ratio', bar: { atLeast: 0.5 } },
  ];
}

/** Agent-steps a second of one call, by the time of the processor: what others do on the machine only adds to the clock. */
function speed(act: () => unknown): number {
  const begun = process.cpuUsage();
  act();
  return (rows * ticks * 1e6) / process.cpuUsage(begun).user;
}
