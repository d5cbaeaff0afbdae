import { expect, it } from 'vitest';
import { morrisDesign, morrisEffects } from './morris.ts';

const effectsOf = (factors: number, walks: number, f: (x: Float64Array) => number, seed = 'a') => {
  const design = morrisDesign(factors, walks, seed);
  return morrisEffects(design, design.points.map(f), { seed });
};

it('walks through the cube one factor a step, each factor once, on the four levels', () => {
  const { points } = morrisDesign(5, 20, 'a');
  expect(points.length).toBe(20 * 6);
  const starts = new Set<number>();
  for (let walk = 0; walk < 20; walk++) {
    const moved = [1, 2, 3, 4, 5].map((step) => {
      const [from, to] = [points[walk * 6 + step - 1], points[walk * 6 + step]];
      const changed = [0, 1, 2, 3, 4].filter((i) => from?.[i] !== to?.[i]);
      expect(changed.length).toBe(1);
      const [factor = 0] = changed;
      expect(Math.abs((from?.[factor] ?? 0) - (to?.[factor] ?? 0))).toBeCloseTo(2 / 3, 12);
      return factor;
    });
    expect([...moved].sort()).toEqual([0, 1, 2, 3, 4]);
    for (const value of points[walk * 6] ?? []) starts.add(Math.round(value * 3));
  }
  expect([...starts].sort()).toEqual([0, 1, 2, 3]);
  expect(points.every((point) => point.every((value) => value > -1e-12 && value < 1 + 1e-12))).toBe(true);
});

it('finds the slopes of a plane exactly, without spread', () => {
  const effects = effectsOf(3, 10, ([x = 0, y = 0]) => 5 * x - 2 * y);
  expect(effects.map(({ size }) => Number(size.toFixed(9)))).toEqual([5, 2, 0]);
  expect(effects[0]?.mean).toBeCloseTo(5, 9);
  expect(effects[1]?.mean).toBeCloseTo(-2, 9);
  for (const { spread } of effects) expect(spread).toBeCloseTo(0, 9);
});

it('sees a product as its theory says: mean 1/2, standard deviation 0.3727 over the four levels', () => {
  const effects = effectsOf(2, 4000, ([x = 0, y = 0]) => x * y);
  for (const { mean, size, spread, interval } of effects) {
    expect(mean).toBeCloseTo(0.5, 1);
    expect(size).toBeCloseTo(mean, 12);
    expect(spread).toBeCloseTo(0.3727, 2);
    expect(interval.low).toBeLessThan(0.5);
    expect(interval.high).toBeGreaterThan(0.5);
  }
});

it('tells the size of an effect that changes its sign, which its mean hides', () => {
  const [bend] = effectsOf(1, 200, ([x = 0]) => 4 * (x - 0.5) ** 2);
  expect(Math.abs(bend?.mean ?? 1)).toBeLessThan(0.2);
  expect(bend?.size).toBeCloseTo(4 / 3, 6); // from the edge to 2/3, a fall of 8/9 over 2/3
});

/** Morris' own example of 20 factors (1991), its coefficients left out that are random there: 1 to 10 matter, 11 to 20 do not. */
function morrisExample(x: Float64Array): number {
  const w = Array.from(x, (value, i) =>
    [2, 4, 6].includes(i) ? 2 * ((1.1 * value) / (value + 0.1) - 0.5) : 2 * (value - 0.5),
  );
  const at = (i: number) => w[i] ?? 0;
  let y = 0;
  for (let i = 0; i < 10; i++) y += 20 * at(i);
  for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) y -= 15 * at(i) * at(j);
  for (let i = 0; i < 5; i++)
    for (let j = i + 1; j < 5; j++) for (let k = j + 1; k < 5; k++) y -= 10 * at(i) * at(j) * at(k);
  return y + 5 * at(0) * at(1) * at(2) * at(3);
}

it("parts the ten factors that matter in Morris' example from the ten that do not", () => {
  const effects = effectsOf(20, 10, morrisExample);
  const sizes = effects.map(({ size }) => size);
  expect(Math.min(...sizes.slice(0, 10))).toBeGreaterThan(20);
  expect(Math.max(...sizes.slice(10))).toBeLessThan(1e-9);
  // The first seven are curved or interact; 8 to 10 are straight: 40 each, everywhere (Morris 1991, figure 1).
  for (const { size, spread } of effects.slice(7, 10)) {
    expect(size).toBeCloseTo(40, 9);
    expect(spread).toBeCloseTo(0, 9);
  }
  expect(effects[0]?.spread).toBeGreaterThan(10);
});

it('leaves out the steps to and from a point that failed', () => {
  const design = morrisDesign(2, 4, 'a');
  const outputs = design.points.map(([x = 0, y = 0]) => x + 3 * y);
  outputs[1] = Number.NaN; // the middle of the first walk: both of its steps
  const effects = morrisEffects(design, outputs, { seed: 'a' });
  expect(effects.map(({ measured }) => measured)).toEqual([3, 3]);
  expect(effects.map(({ size }) => Number(size.toFixed(9)))).toEqual([1, 3]);
  expect(() =>
    morrisEffects(
      design,
      outputs.map(() => Number.NaN),
      { seed: 'a' },
    ),
  ).toThrow('every step has failed');
});
