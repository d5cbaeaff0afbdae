import { expect, it } from 'vitest';
import { exp, normalQuantile, sqrt } from '../../kernel/math.ts';
import { stream } from '../../kernel/random.ts';
import { median } from '../quantile.ts';
import { centralOf } from './central-of.ts';
import { correlated, errorModelOf } from './error-model.ts';
import { errorOf, errorScaleOf } from './error-scale.ts';
import type { Coordinates, ErrorSearch } from './error-search.ts';
import { leastSquares } from './least-squares.ts';
import { modelledAt } from './modelled-at.ts';
import { slopesAt } from './slopes-at.ts';
import { uncertaintyOf } from './uncertainty.ts';

/** Performs a search on errors that are known for every point. */
function searched<T>(search: ErrorSearch<T>, errorsAt: (at: Coordinates) => Float64Array | undefined): T {
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map(errorsAt));
  return step.value;
}

const count = 60;
/** Numbers of the standard normal distribution, one a place. */
const normals = (seed: string): Float64Array => {
  const luck = stream(seed, 'test');
  luck.turn(0, 0);
  return Float64Array.from({ length: count }, (_, i) => normalQuantile(luck.uniform(i)));
};
/** Luck that stays: each step adds to the last. */
const walk = (seed: string): Float64Array => {
  let at = 0;
  return normals(seed).map((step) => {
    at = 0.9 * at + 0.03 * step;
    return at;
  });
};
/** Growth that saturates: a level and a pace, both curved in the coordinates. */
const curve = ([level = 0, pace = 0]: Coordinates, i: number): number =>
  exp(3 * level) * (1 - exp(-(0.2 + 4 * pace) * ((i + 1) / count)));

it('finds the least squares of a curved model to many digits', () => {
  const truth = [0.37, 0.61];
  const weights = new Float64Array(count).fill(1 / count);
  const errorsAt = (at: Coordinates) =>
    Float64Array.from({ length: count }, (_, i) => curve(at, i) - curve(truth, i));
  const found = searched(
    leastSquares({ size: 2, points: 100, weights, seed: '1', finest: [0, 0] }),
    errorsAt,
  );
  expect(found?.points).toBeLessThanOrEqual(100);
  expect(found?.best.at[0]).toBeCloseTo(0.37, 6);
  expect(found?.best.at[1]).toBeCloseTo(0.61, 6);
});

it('goes round points that cannot be run, and ends at a bound where the least lies beyond it', () => {
  const weights = [1, 1];
  const errorsAt = ([x = 0, y = 0]: Coordinates) =>
    x > 0.8 ? undefined : Float64Array.of(x - 1.5, y - 0.25);
  const found = searched(
    leastSquares({ size: 2, points: 120, weights, seed: '1', finest: [0, 0] }),
    errorsAt,
  );
  expect(found?.best.at[0]).toBeGreaterThan(0.75);
  expect(found?.best.at[1]).toBeCloseTo(0.25, 2);
  const nowhere = leastSquares({ size: 2, points: 40, weights, seed: '1', finest: [0, 0] });
  expect(searched(nowhere, () => undefined)).toBeUndefined();
});

it('looks elsewhere where it ends in a place that is only the best of its surroundings', () => {
  // A wide valley that ends at 0.2, and a narrow one that ends at 0.
  const errorsAt = ([x = 0]: Coordinates) => {
    if (x > 0.7) return Float64Array.of(0, 20 * (x - 0.83));
    return x > 0.15 && x < 0.45 ? Float64Array.of(0.2, x - 0.3) : Float64Array.of(9, 0);
  };
  for (const seed of ['1', '2', '3', '4', '5']) {
    const options = { size: 1, points: 60, weights: [1, 1], seed, finest: [0] };
    expect(searched(leastSquares(options), errorsAt)?.best.at[0]).toBeCloseTo(0.83, 6);
  }
});

/** Fits a record that the model made with one seed, and answers whether the intervals hold the truth. */
function covers(record: string, own: readonly string[], noise: number): readonly boolean[] {
  const truth = [0.4, 0.5];
  const walks = new Map<string, Float64Array>();
  const path = (at: Coordinates, seed: string): Float64Array => {
    const luck = walks.get(seed) ?? walk(seed);
    walks.set(seed, luck);
    return luck.map((part, i) => curve(at, i) * exp(part));
  };
  const blur = normals(`${record} noise`);
  const made = path(truth, record).map((value, i) => value * exp(noise * (blur[i] ?? 0)));
  const observations = [...made].map((value, i) => ({ day: i, days: 1, value, line: i + 2 }));
  const scale = errorScaleOf({ observations });
  const errors = (values: ArrayLike<number>) => made.map((value, i) => errorOf(scale, value, values[i] ?? 0));
  const middle = (at: Coordinates, seeds: readonly string[]) => {
    const paths = seeds.map((seed) => path(at, seed));
    return Float64Array.from({ length: count }, (_, i) => median(paths.map((each) => each[i] ?? 0)));
  };
  const errorsAt = (at: Coordinates) => errors(middle(at, own));
  const weights = new Float64Array(count).fill(1 / count);
  const found = searched(leastSquares({ size: 2, points: 60, weights, seed: '1', finest: [0, 0] }), errorsAt);
  if (found === undefined) throw new Error('nothing was found');
  const { best, radius } = found;
  const { slopes } = searched(slopesAt(best, [0.03, 0.03]), errorsAt);
  const fresh = Array.from({ length: 20 }, (_, i) => `fresh ${record} ${i}`);
  const central = middle(best.at, fresh);
  const deviations = fresh.map((seed) => {
    const values = errors(path(best.at, seed));
    return values.map((error, i) => error - errorOf(scale, made[i] ?? 0, central[i] ?? 0));
  });
  const spread = Float64Array.from({ length: count }, (_, i) => {
    const each = deviations.map((deviation) => deviation[i] ?? 0);
    return each.reduce((sum, part) => sum + part * part, 0) / (each.length - 1);
  });
  const models = [errorModelOf(best.errors, spread, { from: 0, to: count, parameters: 2 })];
  const { misfit } = best;
  const { tried } = found;
  const evidence = {
    at: best.at,
    misfit,
    tried,
    slopes,
    weights,
    deviations,
    models,
    seeds: own.length,
    radius,
  };
  const { coordinates } = uncertaintyOf(evidence);
  return coordinates.map(
    ({ interval }, k) => interval.low <= (truth[k] ?? 0) && (truth[k] ?? 0) <= interval.high,
  );
}

it.each([
  ['luck that stays', 0],
  ['luck that stays, and noise of the record', 0.05],
])('has intervals that hold the truth nineteen times in twenty: %s', (_, noise) => {
  const records = Array.from({ length: 100 }, (__, i) => `record ${i}`);
  const held = records.map((record, i) =>
    covers(
      record,
      ['a', 'b', 'c', 'd', 'e'].map((own) => `${own}${i}`),
      noise,
    ),
  );
  for (const k of [0, 1]) {
    const share = held.filter((each) => each[k]).length / held.length;
    expect(share).toBeGreaterThanOrEqual(0.9);
    // Intervals that always hold would say nothing.
    expect(share).toBeLessThan(1);
  }
});

it('says what the record does not tell: what moves nothing, and what others make up for', () => {
  const weights = [1, 1, 1];
  const slopes = [
    [1, 2, 3],
    [0, 0, 0],
    [2, 4, 6],
    [1, 0, 0],
  ].map((slope) => Float64Array.from(slope));
  const models = [errorModelOf([0.1, -0.1, 0.05], [0, 0, 0], { from: 0, to: 3, parameters: 1 })];
  const evidence = {
    at: [0.5, 0.5, 0.5, 0.5],
    misfit: 1,
    tried: [],
    slopes,
    weights,
    deviations: [],
    models,
    seeds: 4,
    radius: 0.001,
  };
  const { coordinates } = uncertaintyOf(evidence);
  expect(coordinates.map(({ told }) => told)).toEqual(['tied', 'nothing', 'tied', 'known']);
  expect(coordinates[0]?.interval).toEqual({ low: 0, high: 1 });
});

it('reaches to points that are as good, where the misfit is no parabola', () => {
  const slopes = [Float64Array.of(10, -10, 10, -10)];
  const errors = [0.1, -0.05, -0.08, 0.06];
  const models = [errorModelOf(errors, [0, 0, 0, 0], { from: 0, to: 4, parameters: 1 })];
  const known = { at: [0.5], misfit: 0.02, slopes, weights: [1, 1, 1, 1], deviations: [], models };
  const intervalWith = (tried: readonly { at: number[]; misfit: number }[]) =>
    uncertaintyOf({ ...known, tried, seeds: 4, radius: 1e-4 }).coordinates[0]?.interval;
  const plain = intervalWith([]);
  expect(plain?.high).toBeLessThan(0.6);
  expect(intervalWith([{ at: [0.9], misfit: 5 }])).toEqual(plain);
  expect(intervalWith([{ at: [0.9], misfit: 0.021 }])).toEqual({ low: plain?.low, high: 0.9 });
});

it('reads a seed as a row says: on its day, summed over its days, or their mean', () => {
  const seed = {
    metrics: [{ id: 'other' }, { id: 'm' }],
    startDay: 100,
    columns: [new Float64Array(6), Float64Array.of(1, 2, 3, 4, 5, 6)],
  };
  const columnOf = (how: 'at' | 'sum' | 'mean', days: number) => ({
    ...{ column: how, metric: 'm', how },
    observations: [100, 102].map((day, i) => ({ day, days, value: 1, line: i })),
  });
  const observed = [columnOf('at', 1), columnOf('sum', 2), columnOf('mean', 4)];
  expect([...modelledAt(observed, seed)]).toEqual([1, 3, 3, 7, 2.5, 4.5]);
});

it('takes ratios and medians of what is above 0, otherwise differences and means', () => {
  const scaleOf = (...values: readonly number[]) =>
    errorScaleOf({ observations: values.map((value, i) => ({ day: i, days: 1, value, line: i })) });
  const [ratio, difference] = [scaleOf(1, 2, 3), scaleOf(0, 2, -4)];
  expect([errorOf(ratio, 2, 2 * exp(0.25)), errorOf(difference, 2, 3)]).toEqual(
    [0.25, 0.5].map((error) => expect.closeTo(error, 12)),
  );
  expect(errorOf(ratio, 1, 0)).toBeCloseTo(errorOf(ratio, 1, 0.001), 12);
  expect([centralOf(ratio, [1, 2, 9]), centralOf(difference, [0, 0, 9])]).toEqual([2, 3]);
});

it('adds up correlated errors as a matrix would', () => {
  const model = { from: 1, to: 5, variance: 2, correlation: 0.6, freedom: 1 };
  const [a, b] = [
    [9, 1, 2, -1, 0.5],
    [9, 0.5, -2, 3, 1],
  ];
  let slow = 0;
  for (let i = 1; i < 5; i++)
    for (let j = 1; j < 5; j++) {
      let covariance = 2;
      for (let apart = Math.abs(i - j); apart > 0; apart--) covariance *= 0.6;
      slow += (a?.[i] ?? 0) * covariance * (b?.[j] ?? 0);
    }
  expect(correlated(model, a ?? [], b ?? [])).toBeCloseTo(slow, 12);
  expect(sqrt(model.variance)).toBeGreaterThan(1);
});
