import { describe, expect, it } from 'vitest';
import { stream } from '../kernel/random.ts';
import { bootstrap } from './bootstrap.ts';
import { medianIntervals } from './median-intervals.ts';
import { quantileOf } from './quantile.ts';
import { quantileInterval } from './quantile-interval.ts';
import { parseStopRule, stopState } from './stop-rule.ts';

const ranks = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** `count` uniform numbers of a repetition. */
function uniforms(count: number, repetition: number): number[] {
  const luck = stream('intervals', 'test');
  luck.turn(repetition, 0);
  return Array.from({ length: count }, (_, i) => luck.uniform(i));
}

describe('the interval of a quantile', () => {
  // Tables of exact binomial coverage, such as W. J. Conover, Practical Nonparametric Statistics.
  it.each([
    [6, 0.5, 1, 6, 0.96875],
    [20, 0.5, 6, 15, 0.95861],
    [50, 0.5, 18, 32, 0.95113],
    [100, 0.5, 40, 60, 0.95395],
  ])('of %i values at %f spans ranks of known coverage', (n, p, low, high, coverage) => {
    const interval = quantileInterval(ranks(n), p);
    const width = (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width).toBe(high - low);
    expect(interval?.coverage).toBeCloseTo(coverage, 4);
  });

  it('says how much it covers where five values are too few, and is nothing of nothing', () => {
    expect(quantileInterval(ranks(5), 0.5)).toMatchObject({ low: 1, high: 5 });
    expect(quantileInterval(ranks(5), 0.5)?.coverage).toBeCloseTo(0.9375, 10);
    expect(quantileInterval([7], 0.5)).toEqual({ low: 7, high: 7, coverage: 0 });
    expect(quantileInterval([], 0.5)).toBeUndefined();
  });

  it('neither over- nor underflows with ten thousand seeds', () => {
    const interval = quantileInterval(ranks(10_000), 0.5);
    expect(interval?.coverage).toBeGreaterThan(0.95);
    expect(interval?.coverage).toBeLessThan(0.952);
  });

  it('holds the true quantile as often as it says', () => {
    let held = 0;
    for (let i = 0; i < 2000; i++) {
      const interval = quantileInterval(
        uniforms(40, i).sort((a, b) => a - b),
        0.9,
      );
      if (interval !== undefined && interval.low <= 0.9 && 0.9 <= interval.high) held += 1;
    }
    expect(held / 2000).toBeGreaterThan(0.94);
    expect(held / 2000).toBeLessThan(0.99);
  });
});

describe('the bootstrap', () => {
  const meanOf = (values: readonly number[]) => (rows: Uint32Array, into: Float64Array) => {
    into[0] = rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;
  };

  it('gives a mean the interval that theory gives it, from the seed alone', () => {
    const values = uniforms(400, 0);
    const [interval] = bootstrap(400, meanOf(values), 1, { seed: 'a' });
    const mean = values.reduce((sum, value) => sum + value, 0) / 400;
    const theory = (1.96 * Math.sqrt(1 / 12)) / Math.sqrt(400);
    expect(interval?.high).toBeCloseTo(mean + theory, 2);
    expect(interval?.low).toBeCloseTo(mean - theory, 2);
    expect(bootstrap(400, meanOf(values), 1, { seed: 'a' })).toEqual([interval]);
    expect(bootstrap(400, meanOf(values), 1, { seed: 'b' })).not.toEqual([interval]);
  });

  it('leaves a round out in which a statistic is no number', () => {
    const [first, second] = bootstrap(
      3,
      (rows, into) => {
        into[0] = rows.includes(0) ? Number.NaN : 5;
        into[1] = Number.NaN;
      },
      2,
      { seed: 'a' },
    );
    expect(first).toEqual({ low: 5, high: 5 });
    expect(second).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

it('takes quantiles between neighbours in proportion', () => {
  expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantileOf([10, 0], 0.05)).toBe(0.5);
  expect(quantileOf([10], 0.95)).toBe(10);
  expect(quantileOf([], 0.5)).toBeNaN();
});

describe('the stop rule', () => {
  it('stops at a verdict whose interval is narrower than the points asked for', () => {
    const rule = parseStopRule('verdict sustainable < 20');
    const stateAfter = (held: number, of: number) =>
      stopState(
        rule,
        ranks(of).map((i) => (i <= held ? 1 : 0)),
      );
    expect(stateAfter(5, 10)).toMatchObject({ reached: false });
    expect(stateAfter(5, 10).width).toBeCloseTo(52.68, 1); // Wilson: 0.2366 to 0.7634
    expect(stateAfter(50, 100).reached).toBe(true);
    expect(stateAfter(0, 0).reached).toBe(false);
  });

  it('stops at a median whose interval is narrower than a share of it', () => {
    const rule = parseStopRule('providers.active@end < 10 %');
    expect(stopState(rule, ranks(5)).reached).toBe(false);
    expect(
      stopState(
        rule,
        ranks(50).map((i) => 1000 + i),
      ),
    ).toMatchObject({ reached: true, low: 1018, high: 1032 });
    expect(stopState(rule, ranks(50)).reached).toBe(false);
    expect(
      stopState(
        rule,
        ranks(50).map(() => 0),
      ).reached,
    ).toBe(true);
    expect(stopState(rule, [Number.NaN, ...ranks(50).map(() => 7)]).reached).toBe(true);
  });

  it.each([
    ['sustainable', 'It is no comparison.'],
    ['sustainable < 0', 'No interval is narrower than nothing.'],
    ['sustainable < 2 %', 'A probability is measured in points.'],
    ['market.price@end < 2', 'A metric is measured in percent of its median.'],
    ['market.price < 2 %', 'It names no day and no verdict.'],
  ])('refuses %s', (text, because) => {
    expect(() => parseStopRule(text)).toThrow(because);
  });
});

it('gives the median of the last day its interval, where there are seeds enough', () => {
  const metric = { id: 'm', title: 'M', unit: 'USD', definition: '', source: '' };
  const seeds = ranks(20).map((value) => ({
    seed: `${value}`,
    columns: [Float64Array.of(Number.NaN, value), Float64Array.of(1, value > 3 ? Number.NaN : value)],
    breakdowns: [],
    digest: '',
  }));
  const [first, second] = medianIntervals({ metrics: [metric, metric], seeds, ticks: 2 });
  expect(first).toMatchObject({ p50: 10.5, p50Low: 6, p50High: 15 });
  expect(second).toMatchObject({ p50: 2, p50Low: null, p50High: null });
});
