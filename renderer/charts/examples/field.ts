import { coverageCurve } from '../field/coverage-curve.tsx';
import { heatmap } from '../field/heatmap.tsx';
import { parallel } from '../field/parallel.tsx';
import type { ParallelSubject } from '../field/parallel-subject.ts';
import { pareto } from '../field/pareto.tsx';
import { paretoOf } from '../field/pareto-of.ts';
import { responseLine } from '../field/response-line.tsx';
import type { SweptCase } from '../field/swept.ts';
import { heatmapOf, responseOf } from '../field/swept-subjects.ts';
import { noise } from './shapes.ts';

const halving = { path: 'emission.halving.period', label: 'Halving period', unit: 'month', base: '24' };
const price = { path: 'hardware.price', label: 'Hardware price', unit: 'USD', base: '500' };

const cases: readonly SweptCase[] = ['12', '18', '24', '30', '36'].flatMap((period, column) =>
  ['250', '350', '500', '700'].map((cost, row) => {
    const p50 = 90_000 + 12_000 * column - 18_000 * row + 4_000 * column * (3 - row);
    const probability = Math.min(1, Math.max(0, 0.1 + 0.18 * column - 0.2 * row + 0.05 * column * (3 - row)));
    return {
      point: [
        { path: halving.path, written: period },
        { path: price.path, written: cost },
      ],
      cells: [
        { kind: 'metric', p5: p50 * 0.8, p50, p95: p50 * 1.3 },
        { kind: 'verdict', probability, low: probability * 0.7, high: probability * 0.7 + 0.3 },
      ],
    };
  }),
);

const active = { cell: 0, label: 'Active providers on 2026-04-22', unit: 'unit' };
const sustainable = { cell: 1, label: 'Sustainable', unit: 'share' };

export const grid = heatmap(heatmapOf(cases, [halving, price], active, sustainable));

const atBase = cases.filter(({ point }) =>
  point.some(({ path, written }) => path === price.path && written === '500'),
);

export const response = responseLine(responseOf(atBase, halving, active));

export const verdictResponse = responseLine(
  responseOf(atBase, halving, { ...sustainable, label: 'Sustainable holds' }),
);

const point = (x: number, y: number, kept = true, holds = true, index = 0) => ({
  point: [
    { path: 'emission.rate', written: String(1 + index) },
    { path: 'halving', written: `${12 + 2 * index} months` },
  ],
  goals: [
    { value: x, interval: { low: x * 0.95, high: x * 1.05 } },
    { value: y, interval: { low: y - 0.004, high: y + 0.004 } },
  ],
  constraints: [{ kept }],
  holds,
});

const tradeOff = paretoOf({
  goals: [
    { written: 'median of providers.active@36mo', sense: 'maximise', unit: 'unit' },
    { written: 'median of supply.inflation@end', sense: 'minimise', unit: 'share' },
  ],
  constraints: ['supply.inflation@end < 6 %'],
  limits: [{ goal: 1, keep: 'below', value: 0.06, written: 'supply.inflation@end < 6 %' }],
  asItIs: { ...point(140_000, 0.045), point: [] },
  front: [
    point(120_000, 0.02, true, true, 0),
    point(150_000, 0.028, true, true, 1),
    point(171_000, 0.038, true, true, 2),
    point(180_000, 0.054, true, true, 3),
    point(145_000, 0.043, true, false, 4),
    point(190_000, 0.071, false, false, 5),
  ],
});

export const tradeOffs = tradeOff && pareto(tradeOff);

const verdicts = ['pass', 'fail', 'watch'] as const;

export const parallelSubject: ParallelSubject = {
  title: '18 points of a Latin hypercube',
  axes: [
    { label: 'Halving period', unit: 'month', scale: 'linear' },
    { label: 'Hardware price', unit: 'USD', scale: 'log' },
    { label: 'Market', unit: '1', scale: 'linear', words: ['order-imbalance', 'uniform-batch'] },
    { label: 'Share of demand that pays in credits', unit: 'share', scale: 'linear' },
    { label: 'Active providers', unit: 'unit', scale: 'linear' },
  ],
  lines: Array.from({ length: 18 }, (_, index) => {
    const period = 12 + 24 * noise(index, 1);
    const cost = 100 + 900 * noise(index, 2);
    const share = noise(index, 3);
    return {
      label: `case ${index + 1}`,
      values: [period, cost, index % 2, share, 60_000 + 5_000 * period - 90 * cost + 40_000 * share],
      verdict: verdicts[cost > 700 ? 1 : cost > 550 ? 2 : 0] ?? 'pass',
    };
  }),
};

export const cords = parallel(parallelSubject);

export const brushed = parallel({
  ...parallelSubject,
  brushes: [undefined, { low: 100, high: 550 }, undefined, undefined, undefined],
});

export const calibrated = coverageCurve({
  title: 'Weekly rewards',
  observations: 52,
  bands: [
    { nominal: 0.5, inside: 22 },
    { nominal: 0.8, inside: 37 },
    { nominal: 0.9, inside: 43 },
  ],
});
