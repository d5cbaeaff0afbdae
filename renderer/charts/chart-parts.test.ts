import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartTable } from './chart-table.ts';
import { dataText, tableOf } from './data-table.ts';
import { spreadLabels } from './direct-labels.ts';
import { extentOf } from './extent.ts';
import type { PlotSeries } from './plot-data.ts';
import { wrapText } from './text-width.ts';
import { yScale } from './y-scale.ts';

describe('labels', () => {
  const label = (y: number) => ({ text: String(y), y, colour: '#000', bold: false });

  it('stay where they are if they do not touch', () => {
    expect(spreadLabels([label(50), label(20)], 0, 100).map(({ y }) => y)).toEqual([20, 50]);
  });

  it('never touch, keep their order and stay inside', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(heights, (given) => {
        const spread = spreadLabels(given.map(label), 0, 200);
        const sorted = [...given].sort((a, b) => a - b);
        expect(spread.map(({ text }) => text)).toEqual(sorted.map(String));
        for (const [index, { y }] of spread.entries()) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(200);
          if (index > 0) expect(y - (spread[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(13);
        }
      }),
    );
  });
});

describe('extent', () => {
  const path = (...values: number[]) => ({
    seed: '1',
    values: Float64Array.from(values),
    done: values.length,
  });

  it('holds what is finite', () => {
    const paths = [path(3, Number.NaN, Number.POSITIVE_INFINITY, -2)];
    expect(extentOf([{ label: '', paths }])).toEqual({ low: -2, high: 3 });
    expect(extentOf([])).toEqual({ low: 0, high: 1 });
  });

  it('cuts what a rare path reaches far above the fan, and says so', () => {
    const line = Float64Array.of(1, 2);
    const fan = { seeds: 9, p5: line, p25: line, median: line, p75: line, p95: Float64Array.of(1, 500) };
    expect(extentOf([{ label: '', fan, paths: [] }])).toEqual({ low: 1, high: 6, beyond: 500 });
  });

  it('holds the middle half of quantities that are compared, since no more is drawn', () => {
    const line = Float64Array.of(1, 2);
    const wide = Float64Array.of(1, 9);
    const fan = { seeds: 9, p5: Float64Array.of(0, 0), p25: line, median: line, p75: line, p95: wide };
    const series = { label: '', fan, paths: [] };
    expect(extentOf([series, series])).toEqual({ low: 1, high: 2 });
    expect(extentOf([series])).toEqual({ low: 0, high: 9 });
  });

  it('sees only the days that are done', () => {
    expect(extentOf([{ label: '', paths: [{ ...path(1, 2, 99), done: 2 }] }])).toEqual({ low: 1, high: 2 });
  });
});

describe('a scale', () => {
  const of = (...values: number[]): PlotSeries => ({
    label: '',
    paths: [{ seed: '1', values: Float64Array.from(values), done: values.length }],
  });
  const texts = (...series: PlotSeries[]) =>
    yScale(series, 'USD', 200, 0).ticks.map(({ text, at }) => [text, Math.round(at)]);

  it('gives each tenfold the same height where a line would lie on the ground for long', () => {
    expect(yScale([of(1, 5, 1000)], 'USD', 300, 0).logarithmic).toBe(true);
    expect(texts(of(1, 5, 1000))).toEqual([
      ['1', 200],
      ['10', 133],
      ['100', 67],
      ['1k', 0],
    ]);
    expect(texts(of(1e-4, 1e8))).toHaveLength(5);
  });

  it('begins at zero where a line is low for a short time only, reaches zero, or is compared with another', () => {
    expect(texts(of(1, 500, 900, 1000))[0]).toEqual(['0', 200]);
    expect(texts(of(0, 5, 1000))[0]).toEqual(['0', 200]);
    expect(texts(of(1, 5, 1000), of(1, 2, 3))[0]).toEqual(['0', 200]);
  });

  it('holds what is off it at its ends, and says so', () => {
    const line = Float64Array.of(1, 1000);
    const fan = { seeds: 9, p5: Float64Array.of(1e-6, 1), p25: line, median: line, p75: line, p95: line };
    const scale = yScale(
      [{ label: '', fan: { ...fan, p95: Float64Array.of(1, 1e9) }, paths: [] }],
      'USD',
      200,
      0,
    );
    expect(scale.beyond).toBe(1e9);
    expect([scale.y(1e-6), scale.y(Infinity)].map(Math.round)).toEqual([200, 0]);
    expect(scale.y(1 / 30)).toBeCloseTo(200);
  });
});

describe('table', () => {
  const span = { startDay: 19_471, ticks: 2 };
  const line = Float64Array.of(1, 1e-7);
  const fan = { seeds: 2, p5: line, p25: line, median: line, p75: line, p95: line };
  const paths = [{ seed: '1', values: Float64Array.of(5, Number.NaN), done: 2 }];

  it('has a row a day, with every digit', () => {
    expect(dataText(chartTable({ span, series: [{ label: '', fan, paths }] }), ',')).toBe(
      'date,median,5 %,25 %,75 %,95 %,seed 1\n2023-04-24,1,1,1,1,1,5\n2023-04-25,1e-7,1e-7,1e-7,1e-7,1e-7,\n',
    );
  });

  it('names the series where there are several, and what is not done yet has no number', () => {
    const series = [
      { label: 'minted', paths: [{ ...paths[0], seed: '1', values: line, done: 1 }] },
      { label: 'burned', fan, paths: [] },
    ];
    const [head, , last] = dataText(chartTable({ span, series }), ',').split('\n');
    expect(head).toContain('"minted, seed 1","burned, median"');
    expect(last).toMatch(/^2023-04-25,,1e-7/);
  });

  it('has no words that a spreadsheet would run as a formula', () => {
    const table = tableOf(['=1+1', 'n'], [['@cmd, x', -2]]);
    expect(dataText(table, ',')).toBe(`'=1+1,n\n"'@cmd, x",-2\n`);
    expect(dataText(table, '\t')).toBe("'=1+1\tn\n'@cmd, x\t-2\n");
  });
});

it('breaks a text between words', () => {
  expect(wrapText('one two three', 10, 50)).toEqual(['one two', 'three']);
  expect(wrapText('', 10, 50)).toEqual([]);
});
