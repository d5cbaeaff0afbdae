import { describe, expect, it } from 'vitest';
import {
  brushed,
  calibrated,
  cords,
  grid,
  parallelSubject,
  response,
  tradeOffs,
  verdictResponse,
} from '../examples/field.ts';
import { coverageCurve } from './coverage-curve.tsx';
import { axisAt, isKept, parallelLayout } from './parallel-layout.ts';
import { paretoOf } from './pareto-of.ts';
import { responseFinding } from './response-finding.ts';
import { heatmapOf, responseOf } from './swept-subjects.ts';
import { verdictBoundary } from './verdict-boundary.ts';

it.each([
  [
    grid,
    'Active providers on 2026-04-22: highest, 186k units, at Halving period 36 months and Hardware price 250 USD; "Sustainable" holds in 6 of 20 cases',
  ],
  [
    response,
    'Active providers on 2026-04-22: up from 54k to 118k units as Halving period goes from 12 to 36 months',
  ],
  [verdictResponse, 'Sustainable holds: above 50 % from a Halving period of about 32.9 months'],
  [tradeOffs, '4 candidates on the frontier; 2 beat the scenario in both goals'],
  [cords, '18 cases: 10 pass, 3 watch and 5 fail'],
  [brushed, '10 of 18 cases kept: 10 pass'],
  [calibrated, 'The 90 % band holds 82.7 % of what was observed: the model is too sure'],
])('states a finding %#', (chart, title) => expect(chart?.title).toBe(title));

describe('a response', () => {
  const finding = (...values: number[]) =>
    responseFinding({
      ...{ title: 'It', unit: '1', intervalMeans: '', x: { label: 'X', unit: '1', scale: 'linear' } },
      points: values.map((value, x) => ({ x, value, low: value, high: value })),
    });

  it.each([
    [[1, 5, 2], 'It: highest at X 1: 5'],
    [[5, 1, 4], 'It: lowest at X 1: 1'],
    [[5, 3, 1], 'It: down from 5 to 1 as X goes from 0 to 2'],
    [[5, 5.01, 5], 'It: about 5 throughout, as X goes from 0 to 2'],
    [[Number.NaN, 3], 'It: 3 at X 1'],
    [[Number.NaN], 'It: no case has a number'],
  ])('%j', (values, title) => expect(finding(...values)).toBe(title));
});

describe('subjects of a sweep', () => {
  const cell = (p50: number) => ({ kind: 'metric', p5: p50 - 1, p50, p95: p50 + 1 }) as const;
  const a = { path: 'a', label: 'A', unit: 'day', base: '10 days' };
  const b = { path: 'b', label: 'B', unit: '1' };
  const measure = { cell: 0, label: 'M', unit: '1' };
  const swept = (x: string | undefined, y: string, value: number) => ({
    point: [...(x === undefined ? [] : [{ path: 'a', written: x }]), { path: 'b', written: y }],
    cells: [cell(value)],
  });

  it('are sorted by number, and a case that leaves a parameter alone has that of the scenario', () => {
    const { points, base } = responseOf([swept('20 days', '1', 2), swept(undefined, '1', 1)], a, measure);
    expect(points.map(({ x, value }) => [x, value])).toEqual([
      [10, 1],
      [20, 2],
    ]);
    expect(base).toBe(10);
  });

  it('put each case in its cell, and leave empty what was not tried', () => {
    const cases = [swept('20 days', 'high', 4), swept('9 days', 'low', 1), swept('20 days', 'low', 2)];
    const { x, y, values } = heatmapOf(cases, [a, b], measure);
    expect([x.values, y.values]).toEqual([
      ['9 days', '20 days'],
      ['high', 'low'],
    ]);
    expect([...values]).toEqual([Number.NaN, 4, 1, 2]);
  });
});

describe('the boundary of a verdict', () => {
  it('lies half way between cells on both sides of one half, and reaches the edge', () => {
    const pieces = verdictBoundary(Float64Array.of(0, 1, 0, 1), 2, 2);
    expect(pieces.flat().every(([x]) => x === 1)).toBe(true);
    expect(pieces.flat().map(([, y]) => y)).toEqual(expect.arrayContaining([0, 2]));
  });

  it('is nowhere where the verdict holds everywhere, or nowhere', () => {
    expect(verdictBoundary(Float64Array.of(1, 1, 1, 1), 2, 2)).toEqual([]);
    expect(verdictBoundary(Float64Array.of(0, 0, Number.NaN, 0), 2, 2)).toEqual([]);
  });
});

describe('parallel coordinates', () => {
  it('keep what passes through every brush', () => {
    const line = (...values: number[]) => ({ label: '', values });
    const brushes = [{ low: 1, high: 2 }, undefined];
    expect([line(1, 9), line(3, 9), line(Number.NaN, 1)].map((each) => isKept(each, { brushes }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('tell the axis and the value where a brush begins', () => {
    const layout = parallelLayout(parallelSubject, { width: 600, height: 300 });
    const [, axis] = layout.axes;
    expect(axisAt(layout, (axis?.x ?? 0) + 3, axis?.scale.at(300) ?? 0)).toEqual({
      axis: 1,
      value: expect.closeTo(300, 5),
    });
    expect(axisAt(layout, (axis?.x ?? 0) + layout.step / 2, 100)).toBeUndefined();
  });
});

describe('a trade-off', () => {
  const candidate = { point: [], goals: [{ value: 1 }, { value: 0.1 }], constraints: [], holds: true };
  const goal = (written: string) => ({ written, sense: 'maximise', unit: 'unit' });
  const limit = (goal: number) => ({
    goal,
    keep: 'below' as const,
    value: goal / 10,
    written: `goal ${goal}`,
  });
  const found = {
    goals: [goal('a@end'), goal('b@end'), goal('c@end')],
    constraints: [],
    limits: [limit(0), limit(1), limit(2)],
    asItIs: candidate,
    front: [candidate],
  };

  it('shades what a constraint on a goal that is shown rules out', () => {
    expect(paretoOf(found, [2, 0])?.limits).toEqual([
      { axis: 'y', keep: 'below', value: 0, written: 'goal 0' },
      { axis: 'x', keep: 'below', value: 0.2, written: 'goal 2' },
    ]);
    expect(paretoOf(found, [0, 3])).toBeUndefined();
  });
});

it('a band that holds more than it says is told from one that holds less', () => {
  const title = (inside: number) =>
    coverageCurve({ title: '', observations: 100, bands: [{ nominal: 0.9, inside }] }).title;
  expect([title(70), title(92), title(100)].map((text) => text.replace(/^.*: /, ''))).toEqual([
    'the model is too sure',
    'as much as it says',
    'the model is surer than it says',
  ]);
});
