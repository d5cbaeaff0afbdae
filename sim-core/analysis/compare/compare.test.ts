import { describe, expect, it } from 'vitest';
import type { BatchResult, SeedResult } from '../../contract/run.ts';
import type { VerdictRule } from '../../contract/verdict-rule.ts';
import { compareBatches } from './compare-batches.ts';
import { isClear, pairedDifference } from './paired-difference.ts';
import { pairedFlips } from './paired-flips.ts';
import { studentQuantile } from './student-t.ts';

describe('studentQuantile', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, critical values of Student's t.
  it.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 3, 3.182],
    [0.975, 7, 2.365],
    [0.975, 10, 2.228],
    [0.975, 19, 2.093],
    [0.975, 30, 2.042],
    [0.975, 100, 1.984],
    [0.95, 5, 2.015],
    [0.995, 8, 3.355],
    [0.999, 4, 7.173],
  ])('has %s of t below it with %s degrees of freedom at %s', (p, freedom, expected) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(expected, 3);
  });

  it('is that of Cauchy and of the closed form with one and two degrees', () => {
    expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 10);
    // t = (2 p - 1) sqrt(2 / (4 p (1 - p)))
    expect(studentQuantile(0.9, 2)).toBeCloseTo(0.8 * Math.sqrt(2 / (4 * 0.9 * 0.1)), 10);
  });

  it('comes near the normal quantile with many', () => {
    expect(studentQuantile(0.975, 100_000)).toBeCloseTo(1.959_988, 5);
  });
});

describe('pairedDifference', () => {
  // W. S. Gosset, The probable error of a mean, Biometrika 6 (1908): hours of sleep that two drugs gave ten patients.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  it("has the interval of Student's own example", () => {
    // R: t.test(second, first, paired = TRUE) on its dataset sleep: mean 1.58, 0.7001142 to 2.4598858.
    const difference = pairedDifference(first, second);
    expect(difference.mean).toBeCloseTo(1.58, 12);
    expect(difference.interval?.low).toBeCloseTo(0.7001142, 6);
    expect(difference.interval?.high).toBeCloseTo(2.4598858, 6);
    expect(difference).toMatchObject({ pairs: 10, above: 9, below: 0 });
    expect(isClear(difference)).toBe(true);
  });

  it('leaves out seeds that lack the number on either side', () => {
    const difference = pairedDifference([1, NaN, 3], [2, 5, NaN]);
    expect(difference).toEqual({ pairs: 1, mean: 1, above: 1, below: 0 });
    expect(isClear(difference)).toBe(false);
  });

  it('says how many seeds common luck has saved', () => {
    // Both vary with variance 1 and their difference with 0.01: apart, (1 + 1) / 0.01 times as many.
    const base = [-1, 0, 1];
    const other = [-1 + 0.1, 0, 1 - 0.1];
    expect(pairedDifference(base, other).saved).toBeCloseTo((1 + 0.81) / 0.01, 6);
  });
});

describe('pairedFlips', () => {
  it('counts who flips, with the exact chance of McNemar', () => {
    const base = [1, 1, 0, 0, 0, 0, 0, 0];
    const other = [1, 0, 0, 1, 1, 1, 1, 1];
    // Six flips, one of them the other way: 2 (1 + 6) / 64.
    expect(pairedFlips(base, other)).toEqual({
      both: 1,
      neither: 1,
      gained: 5,
      lost: 1,
      chance: expect.closeTo(14 / 64, 12),
    });
  });

  it('is certain of nothing where nothing flips', () => {
    expect(pairedFlips([1, 0], [1, 0]).chance).toBe(1);
  });
});

const rule: VerdictRule = {
  id: 'high',
  title: 'High',
  rule: 'The last is above 10.',
  source: 'test',
  days: 2,
  applies: (reports) => reports('a'),
  holds: (column, ticks) => (column('a')[ticks - 1] ?? 0) > 10,
};

const breakdown = (id: string) => ({
  ...{ id, title: id, unit: 'u', definition: 'd', source: 's', by: 'region', groups: ['North', 'South'] },
});

/** A batch of one metric and two breakdowns, one sample. */
const batch = (last: readonly number[], south: number, seeds = ['1', '2', '3']): BatchResult => ({
  metrics: [{ id: 'a', title: 'A', unit: 'u', definition: 'd', source: 's' }],
  breakdowns: [breakdown('providers.active'), breakdown('providers.profit')],
  sampleTicks: [1],
  startDay: 0,
  ticks: 2,
  failures: [],
  verdicts: [],
  digest: '',
  seeds: seeds.map(
    (seed, i): SeedResult => ({
      seed,
      columns: [Float64Array.of(0, last[i] ?? NaN)],
      breakdowns: [Float64Array.of(10, south > 0 ? 5 : 0), Float64Array.of(2, south > 0 ? south : NaN)],
      digest: '',
    }),
  ),
});

describe('compareBatches', () => {
  const runs = [
    { label: 'base', batch: batch([9, 10, 12], 3) },
    { label: 'other', batch: batch([11, 9.5, 15], 0, ['2', '1', '3']) },
  ];
  const question = { measures: ['a@end'], rules: [rule], suggest: () => 'None.' };
  const comparison = compareBatches(runs, question);

  it('pairs seeds by their name, in whatever order they finished', () => {
    expect(comparison.seeds).toEqual(['1', '2', '3']);
    // 9.5 - 9, 11 - 10, 15 - 12; in the order of finishing, the second would be below.
    expect(comparison.measures[0]?.differences[0]).toMatchObject({
      pairs: 3,
      mean: 1.5,
      above: 3,
      below: 0,
    });
    expect(comparison.measures[0]?.means).toEqual([31 / 3, 35.5 / 3]);
  });

  it('says which seeds flip a verdict', () => {
    expect(comparison.verdicts[0]?.held.map((share) => share?.held)).toEqual([1, 2]);
    expect(comparison.verdicts[0]?.flips[0]).toMatchObject({ both: 1, neither: 1, gained: 1, lost: 0 });
  });

  it('counts a group without anyone as without profit', () => {
    const profit = comparison.gains[0]?.find(({ quantity }) => quantity.id === 'profit');
    expect(profit?.groups.map(({ group, base, difference }) => [group, base, difference.mean])).toEqual([
      ['North', 20, 0],
      ['South', 15, -15],
    ]);
  });

  it('refuses runs without a seed in common, and measures that none reports', () => {
    const apart = [
      { label: 'a', batch: batch([1], 1, ['1']) },
      { label: 'b', batch: batch([1], 1, ['2']) },
    ];
    expect(() => compareBatches(apart, question)).toThrow('No seed has finished in all');
    expect(() => compareBatches(runs, { ...question, measures: ['b@end'] })).toThrow('no metric "b"');
  });
});
