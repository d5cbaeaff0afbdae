import { describe, expect, it } from 'vitest';
import { type ChartDescription, charts } from '../../../charts/charts.ts';
import type { Fan } from '../../../charts/plot-data.ts';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import { progressText } from '../run-progress.tsx';
import { allSeeds, lastTickOf, sampleAt, shownSeeds } from '../shown-seeds.ts';
import { chartSubject } from './chart-subject.ts';
import { groupedCharts, mainCharts } from './run-charts.ts';

const metric = (id: string) => ({ id, title: id, unit: 'USD', definition: 'What it is', source: 'test' });
const line = Float64Array.of(1, 2);
const fan: Fan = { seeds: 2, p5: line, p25: line, median: line, p75: line, p95: line };

const snapshot: RunSnapshot = {
  request: {
    scenario: 'small',
    title: 'Small',
    spec: { id: 'small', version: 1, startDay: 19_471, ticks: 2, mechanisms: [] },
    seeds: ['1', '2', '3'],
  },
  engineId: 'sha256:0',
  workers: 2,
  metrics: [metric('market.price')],
  breakdowns: [],
  sampleTicks: [1],
  state: 'running',
  progress: 0.43,
  seconds: 3,
  secondsLeft: 12,
  live: [{ seed: '3', done: 1, columns: [Float64Array.of(9, 0)] }],
  results: [
    { seed: '1', columns: [Float64Array.of(1, 1)], breakdowns: [], digest: '' },
    { seed: '2', columns: [Float64Array.of(2, 2)], breakdowns: [], digest: '' },
  ],
  failures: [],
  stopped: [{ seed: '4', done: 1, columns: [Float64Array.of(7, 0)] }],
  breakdownFanOf: () => undefined,
  fanOf: (column) => (column === 0 ? fan : undefined),
  verdicts: [],
};
const done: RunSnapshot = { ...snapshot, state: 'done', live: [], progress: 1 };
const price = charts.find(({ id }) => id === 'token-price') as ChartDescription;

describe('a chart of a run', () => {
  const pathsIn = (of: RunSnapshot, view: Parameters<typeof chartSubject>[2]) =>
    chartSubject(price, of, view)?.series[0]?.paths.map(({ seed, done }) => [seed, done]);

  it('shows the spread and what runs; when it is done, one real path', () => {
    expect(chartSubject(price, snapshot, { kind: 'all' })?.series[0]?.fan).toBe(fan);
    expect(pathsIn(snapshot, { kind: 'all' })).toEqual([['3', 1]]);
    expect(pathsIn(done, { kind: 'all' })).toEqual([['1', 2]]);
  });

  it('shows one seed without the spread', () => {
    expect(chartSubject(price, done, { kind: 'one' })?.series[0]?.fan).toBeUndefined();
    expect(pathsIn(done, { kind: 'one' })).toEqual([['1', 2]]);
    expect(pathsIn(done, { kind: 'one', seed: '2' })).toEqual([['2', 2]]);
    expect(pathsIn(snapshot, { kind: 'one', seed: '3' })).toEqual([['3', 1]]);
    expect(pathsIn(done, { kind: 'one', seed: '4' })).toEqual([['4', 1]]);
    expect(allSeeds(snapshot).map(({ seed }) => seed)).toEqual(['3', '1', '2', '4']);
    expect(lastTickOf(shownSeeds(snapshot, { kind: 'one', seed: '4' }))).toBe(0);
    expect(shownSeeds(snapshot, { kind: 'all' }).map(({ seed }) => seed)).toEqual(['1', '2']);
    expect(shownSeeds({ ...snapshot, results: [] }, { kind: 'all' }).map(({ seed }) => seed)).toEqual([
      '3',
      '4',
    ]);
  });

  it('is left out where the run does not report its metric', () => {
    const [providers] = charts;
    expect(providers && chartSubject(providers, snapshot, { kind: 'all' })).toBeUndefined();
    expect(mainCharts(snapshot.metrics).map(({ id }) => id)).toEqual(['token-price']);
  });

  it('answers each of six questions with the best metric there is', () => {
    const metrics = ['network.unserved', 'supply.minted', 'supply.burned', 'vault.ratio'].map(metric);
    expect(mainCharts(metrics).map(({ id }) => id)).toEqual([
      'network-unserved',
      'minted-and-burned',
      'vault-ratio',
    ]);
  });

  it('comes for every metric, grouped by what it is about', () => {
    const groups = groupedCharts(['market.price', 'fraud.share', 'market.cap'].map(metric));
    expect(groups.map(({ title, charts: of }) => [title, of.map(({ id }) => id)])).toEqual([
      ['Market', ['token-price', 'market-cap']],
      ['Fraud', ['fraud-share']],
    ]);
  });
});

it('finds the sample of a day', () => {
  expect([0, 29, 30, 59, 99].map((tick) => sampleAt([29, 59, 80], tick))).toEqual([0, 0, 0, 1, 2]);
});

describe('progress', () => {
  it.each([
    [{}, '43 % · 12 s left · 2 of 3 seeds · 2 workers'],
    [{ state: 'paused' }, 'Paused · 43 % · seed 3 at 2023-04-24 (day 1)'],
    [{ state: 'done' }, 'Done: 2 of 3 seeds in 3 s'],
    [{ state: 'done', workers: 0 }, 'Done: 2 of 3 seeds known from before'],
    [{ state: 'cancelled' }, 'Cancelled: 2 of 3 seeds kept, a new run goes on from them'],
    [{ state: 'cancelled', results: [] }, 'Cancelled: 0 of 3 seeds kept, none had finished'],
    [
      { state: 'done', failures: [{ seed: '3', problem: { code: 'x', message: 'X' } }] },
      'Done: 2 of 3 seeds in 3 s · 1 failed',
    ],
  ] as const)('%j reads %s', (changed, text) => {
    expect(progressText({ ...snapshot, ...changed })).toBe(text);
  });
});
