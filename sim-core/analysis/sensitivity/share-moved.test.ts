import { expect, it } from 'vitest';
import type { Factor } from '../../contract/design.ts';
import { pointAt } from '../designs/point-at.ts';
import { morrisDesign, morrisEffects } from './morris.ts';
import { shareMoved } from './share-moved.ts';

/** Sizes of the effects on an output that is read from what is written for the one factor. */
function effectOf(factor: Factor, read: (written: string) => number) {
  const design = morrisDesign(1, 40, 'a');
  const outputs = design.points.map((point) => read(pointAt([factor], point)[0]?.written ?? ''));
  return morrisEffects(design, outputs, {
    seed: 'a',
    moved: (_, from, to) => shareMoved(factor, from, to),
  })[0];
}

const path = 'emission.fixed.amount';
const whole = { path, scale: 'linear', integer: true } as const;

it.each([
  ['two listed numbers', { path, values: ['1000', '2000'] }, 1000],
  ['three listed numbers with a unit', { path, values: ['10 day', '20 day', '30 day'] }, 20],
  ['two whole numbers', { ...whole, min: 1, max: 2 }, 1],
  ['three whole numbers', { ...whole, min: 1, max: 3 }, 2],
  ['five whole numbers', { ...whole, min: -2, max: 2 }, 4],
  ['any numbers', { path, scale: 'linear', min: 10, max: 30 }, 20],
] satisfies [string, Factor, number][])(
  'an output that is the number itself moves by the range of %s, everywhere',
  (_, factor, range) => {
    const effect = effectOf(factor, Number.parseFloat);
    expect(effect?.size).toBeCloseTo(range, 9);
    expect(effect?.mean).toBeCloseTo(range, 9);
    expect(effect?.spread).toBeCloseTo(0, 9);
  },
);

it('of whole numbers on a scale of ratios each doubling is as far', () => {
  const factor: Factor = { path, min: 1, max: 8, scale: 'log', integer: true };
  expect(effectOf(factor, (written) => Math.log2(Number(written)))?.size).toBeCloseTo(3, 9);
});

it('no choice of words moves an output by more than its values differ', () => {
  const worth: Readonly<Record<string, number>> = { local: 0, near: 0, far: 7, anywhere: 7 };
  const words: Factor = { path, values: Object.keys(worth) };
  expect(effectOf(words, (written) => worth[written] ?? 0)).toMatchObject({ size: 7, mean: 7 });
});

it('what has one value only moves nothing', () => {
  expect(effectOf({ path, values: ['5'] }, Number)).toMatchObject({ size: 0, measured: 40 });
});
