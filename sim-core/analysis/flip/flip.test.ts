import { describe, expect, it } from 'vitest';
import { type Axis, axisOf, ladderOf, valueOn } from './axis.ts';
import { type FlipResult, flipSearch } from './flip-search.ts';
import type { Coordinates } from './search.ts';

/** Performs a search on a rule that is known; `share` gets the values, not the coordinates. */
function performed(
  axes: readonly Axis[],
  share: (...values: number[]) => number,
  points = 1000,
): FlipResult & { readonly asked: readonly Coordinates[] } {
  const asked: Coordinates[] = [];
  const search = flipSearch(axes, points);
  let step = search.next();
  while (step.done !== true) {
    asked.push(...step.value);
    step = search.next(step.value.map((at) => share(...at.map((each, i) => valueOn(axes[i] as Axis, each)))));
  }
  return { ...step.value, asked };
}

const ratio = axisOf({ value: 10, min: 0, max: 1000, integer: false });
const linear = axisOf({ value: 0, min: -1, max: 1, integer: false });
const whole = axisOf({ value: 3, min: 1, max: 12, integer: true });
const yes = (condition: boolean): number => (condition ? 1 : 0);

describe('axisOf', () => {
  it('changes what is above 0 by ratios, and reaches the ends of its range exactly', () => {
    expect(ratio.scale).toBe('ratio');
    expect([0, Math.log(2), ratio.high, ratio.low, 99].map((u) => valueOn(ratio, u))).toEqual([
      10,
      expect.closeTo(20, 12),
      1000,
      0,
      1000,
    ]);
  });

  it('changes what may be below 0 by shares of its range', () => {
    expect([0, 0.25, -0.5].map((u) => valueOn(linear, u))).toEqual([0, 0.5, -1]);
  });

  it('looks at every whole number once', () => {
    expect(ladderOf(whole, -1).map((u) => valueOn(whole, u))).toEqual([2, 1]);
    expect(ladderOf(whole, 1).map((u) => valueOn(whole, u))).toEqual([4, 5, 6, 12]);
  });
});

describe('flipSearch', () => {
  it('finds where one number turns a verdict to within a percent, on the side that turns it', () => {
    const { base, singles } = performed([ratio], (x) => yes(x < 17.3));
    expect(base).toBe(1);
    const up = singles.find(({ direction }) => direction === 1);
    if (up?.kind !== 'flips') throw new Error('no flip');
    const at = valueOn(ratio, up.at);
    expect(at).toBeGreaterThanOrEqual(17.3);
    expect(at).toBeLessThan(17.3 * 1.01);
    expect(valueOn(ratio, up.before)).toBeLessThan(17.3);
    expect(up).toMatchObject({ share: 0, exact: true });
    expect(singles.find(({ direction }) => direction === -1)).toMatchObject({
      kind: 'stays',
      because: 'end',
    });
  });

  it('turns a verdict that does not hold to one that does, on a linear axis and on whole numbers', () => {
    const flips = performed([linear, whole], (x, n) => yes(x < -0.31 || n >= 8)).singles;
    const found = flips.flatMap((each) => (each.kind === 'flips' ? [each] : []));
    expect(found.map(({ axis, direction }) => [axis, direction])).toEqual([
      [0, -1],
      [1, 1],
    ]);
    expect(valueOn(linear, found[0]?.at ?? 0)).toBeCloseTo(-0.31, 1);
    expect(valueOn(whole, found[1]?.at ?? 0)).toBe(8);
  });

  it('goes by the majority of seeds: half of them is none', () => {
    const { singles } = performed([ratio], (x) => (x > 20 ? 0.5 : 1));
    expect(singles[0]).toMatchObject({ kind: 'flips', share: 0.5 });
    expect(performed([ratio], (x) => (x > 20 ? 0.55 : 1)).singles[0]).toMatchObject({ kind: 'stays' });
  });

  it('moves several numbers less than any one alone, near the nearest point of a plane', () => {
    const axes = [ratio, ratio, ratio];
    // Turns where ln(x/10) + 2 ln(y/10) > 0.6: alone at 0.6 and 0.3; the nearest point of the line is at 0.6 / sqrt(5).
    const { nearest } = performed(axes, (x, y) => yes(Math.log(x / 10) + 2 * Math.log(y / 10) <= 0.6));
    expect(nearest?.distance).toBeLessThan(1.08 * (0.6 / Math.sqrt(5)));
    expect(nearest?.distance).toBeGreaterThanOrEqual(0.6 / Math.sqrt(5) - 1e-9);
    expect(nearest?.at[2]).toBe(0);
  });

  it('answers no nearer point where the numbers hinder each other', () => {
    expect(performed([ratio, ratio], (x, y) => yes(!(x > 20 !== y > 20))).nearest).toBeUndefined();
  });

  it('holds to its budget, looks near before far, and says what it did not reach', () => {
    const { singles, points, asked } = performed([ratio, linear], () => 1, 9);
    expect(points).toBe(9);
    expect(asked).toHaveLength(9);
    const lengths = asked.map((at) => Math.hypot(...at));
    expect(lengths.slice(1, 5).every((length) => length <= 0.05)).toBe(true);
    expect(singles.every((each) => each.kind === 'stays' && each.because === 'budget')).toBe(true);
  });

  it('stops before a point that cannot be run', () => {
    const { singles } = performed([ratio], (x) => (x > 14 ? Number.NaN : 1));
    expect(singles[0]).toMatchObject({ kind: 'stays', because: 'fails' });
    expect(valueOn(ratio, singles[0]?.kind === 'stays' ? singles[0].reached : 0)).toBeCloseTo(12.5, 9);
  });
});
