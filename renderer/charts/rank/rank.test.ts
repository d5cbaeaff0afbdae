import { describe, expect, it } from 'vitest';
import { dataText } from '../data-table.ts';
import { gains, shares, sizes, spread } from '../examples/flow-and-rank.ts';
import { groupGains, sureSign } from './group-gains.tsx';
import { heldBy } from './lorenz.tsx';
import { lorenzCurveOf } from './lorenz-curve-of.ts';
import { tornado } from './tornado.tsx';

describe('a tornado', () => {
  it('names what matters most, with what it is', () => {
    expect(shares.title).toBe(
      'Hardware price matters most for active providers on 2026-04-22: 41 % of the variance',
    );
    expect(sizes.title).toBe(
      'Hardware price matters most for active providers on 2026-04-22: moves it by 41k units',
    );
  });

  const subject = {
    method: 'sobol',
    ...{ title: 'Price', unit: 'USD', effectMeans: 'share', intervalMethod: '', points: 8 },
    unsourced: { sentence: 'None.' },
  } as const;
  const factor = (label: string, effect: number, high: number, matters = true) => ({
    ...{ path: label, label, range: '1 to 2', unsourced: false, effect, low: effect - 0.1, high, matters },
    ...{ details: {}, sentence: '' },
  });

  it('does not claim an order that the intervals leave open, nor that something matters which does not', () => {
    const title = (...factors: ReturnType<typeof factor>[]) => tornado({ ...subject, factors }).title;
    expect(title(factor('B', 0.3, 0.5), factor('A', 0.4, 0.6))).toBe(
      'A and B matter most for price; their order is not certain',
    );
    expect(title(factor('A', 0.01, 0.02, false))).toBe('Nothing that was tried matters much for price');
    expect(title(factor('B', Number.NaN, Number.NaN, false), factor('A', 0.4, 0.6))).toContain(
      'A matters most',
    );
  });

  it('draws twenty bars and keeps all in the table', () => {
    const factors = Array.from({ length: 30 }, (_, index) => factor(`f${index}`, index / 100, index / 100));
    const chart = tornado({ ...subject, factors });
    expect([chart.items, chart.table().rows]).toEqual([20, 30]);
    expect(chart.readout(0)).toContain('f29');
  });
});

describe('gains', () => {
  it('count as sure only where the interval leaves no doubt', () => {
    const of = (low: number, high: number) =>
      sureSign({ group: '', base: 0, difference: { mean: 1, interval: { low, high }, pairs: 9 } });
    expect([of(1, 2), of(-2, -1), of(-1, 2)]).toEqual([1, -1, 0]);
    expect(sureSign({ group: '', base: 0, difference: { mean: 9, pairs: 1 } })).toBe(0);
    expect(gains.title).toBe(
      'Profit of the group: of 5 regions 2 surely gain and 2 surely lose; most: United States −9.4k USD/day',
    );
  });

  it('leave out groups without a number, and say so where none is left', () => {
    const quantity = { title: 'Profit', unit: 'USD/day', definition: 'D.' };
    const groups = [{ group: 'a', base: 0, difference: { mean: Number.NaN, pairs: 0 } }];
    expect(groupGains({ base: 'b', other: 'o', by: 'class', quantity, groups }).title).toBe(
      'Profit by class: nothing to compare',
    );
  });

  it('have a table with every digit', () => {
    expect(dataText(gains.table(), ',').split('\n')[1]).toBe('Germany,40000,2100,1300,2900,20,29600');
  });
});

describe('a Lorenz curve', () => {
  it('is the diagonal where all have the same, whoever is asked first', () => {
    const { points, gini } = lorenzCurveOf([
      { holders: 30, held: 60 },
      { holders: 10, held: 20 },
    ]);
    expect(gini).toBeCloseTo(0);
    expect(heldBy({ points }, 0.4)).toBeCloseTo(0.4);
  });

  it('begins with the poorest', () => {
    const { points, gini } = lorenzCurveOf([
      { holders: 1, held: 9 },
      { holders: 9, held: 1 },
    ]);
    expect(points[1]).toEqual({ holders: 0.9, held: 0.1 });
    expect(gini).toBeCloseTo(0.8);
    expect(spread.title).toBe(
      'The top tenth of providers have 50 % of rewards with base and 71.4 % with earlier halving',
    );
  });
});
