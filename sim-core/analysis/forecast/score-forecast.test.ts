import { describe, expect, it } from 'vitest';
import { scoreForecast } from './score-forecast.ts';

/** 1 to 101: p5 is 6, p10 is 11, p90 is 91, p95 is 96. */
const values = Array.from({ length: 101 }, (_, i) => i + 1);

describe('the score of a forecast', () => {
  it('counts what lies inside the bands, ends included', () => {
    const observed = [6, 96, 5.9, 96.1, 11, 10.9, 50, 50];
    const score = scoreForecast(observed.map((each) => ({ observed: each, values })));
    expect(score).toMatchObject({ observations: 8, in90: 6 / 8, in80: 3 / 8 });
  });

  it('charges the width of a band, and what lies beyond by 2/alpha', () => {
    const of = (observed: number) => scoreForecast([{ observed, values }]);
    expect(of(50).interval90).toBeCloseTo(90, 12);
    expect(of(50).interval80).toBeCloseTo(80, 12);
    expect(of(101).interval90).toBeCloseTo(90 + 20 * 5, 12);
    expect(of(1).interval80).toBeCloseTo(80 + 10 * 10, 12);
  });

  it('is the mean distance less half of that between the seeds', () => {
    const one = (observed: number, seeds: readonly number[]) =>
      scoreForecast([{ observed, values: seeds }]).crps;
    expect(one(3, [5])).toBe(2);
    // |0-1|, |4-1| give 2; one pair of distance 4, fair: 4 / 2.
    expect(one(1, [4, 0])).toBe(0);
    const seeds = [2, 7, 1, 8, 2.5];
    const pairs = seeds.flatMap((a) => seeds.map((b) => Math.abs(a - b)));
    const expected =
      seeds.reduce((sum, each) => sum + Math.abs(each - 4), 0) / 5 -
      pairs.reduce((sum, each) => sum + each, 0) / (2 * 5 * 4);
    expect(one(4, seeds)).toBeCloseTo(expected, 12);
  });

  it('prefers, over many draws, the forecast that is as wide as the truth', () => {
    // Quantiles of a uniform truth on 0 .. 1, and forecasts of it that are too narrow and too wide.
    const grid = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
    const crps = (stretch: number) =>
      scoreForecast(
        grid.map((observed) => ({ observed, values: grid.map((each) => 0.5 + (each - 0.5) * stretch) })),
      ).crps;
    expect(crps(1)).toBeLessThan(crps(0.6));
    expect(crps(1)).toBeLessThan(crps(1.6));
  });

  it('of nothing is none', () => {
    expect(scoreForecast([]).in90).toBeNaN();
  });
});
