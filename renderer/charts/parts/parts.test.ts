import { describe, expect, it } from 'vitest';
import { dataText, tableOf } from '../data-table.ts';
import { textWidth } from '../text-width.ts';
import { fitText } from './fit-text.ts';
import { hatchPath } from './hatch.ts';
import { nearestPoint, rowAt } from './nearest-point.ts';
import { numberAxis } from './number-axis.ts';
import { listed, signed, withUnit } from './words.ts';

describe('an axis', () => {
  const range = [0, 100] as const;

  it('begins at zero where it is asked to, on either side', () => {
    expect(numberAxis({ values: [3, 9], unit: '1', range, zero: true }).low).toBe(0);
    expect(numberAxis({ values: [-9, -3], unit: '1', range, zero: true }).high).toBe(0);
  });

  it('holds all values, ignores what is none, and goes back from px', () => {
    const axis = numberAxis({ values: [2, Number.NaN, 40, Infinity], unit: '1', range });
    expect(axis.low).toBeLessThanOrEqual(2);
    expect(axis.high).toBeGreaterThanOrEqual(40);
    expect(axis.valueAt(axis.at(17))).toBeCloseTo(17);
    expect(axis.at(1e9)).toBe(100);
  });

  it('is logarithmic only where every value allows it', () => {
    const texts = (values: number[]) =>
      numberAxis({ values, unit: '1', range: [0, 400], scale: 'log', room: 64 }).ticks.map(
        ({ text }) => text,
      );
    expect(texts([1, 1000])).toEqual(['1', '10', '100', '1k']);
    expect(texts([0, 1000])[0]).toBe('0');
  });
});

it('a text is cut where it must be, and says so', () => {
  expect(fitText('short', 11, 100)).toBe('short');
  const cut = fitText('a rather long name of something', 11, 80);
  expect(cut).toMatch(/^a rather.*…$/);
  expect(textWidth(cut, 11)).toBeLessThanOrEqual(80);
  expect(fitText('x', 11, 0)).toBe('');
});

it('hatching stays inside its rectangle', () => {
  const numbers = [...hatchPath({ x: 10, y: 20, width: 30, height: 8 }).matchAll(/[ML]([\d.]+),([\d.]+)/g)];
  expect(numbers.length).toBeGreaterThan(10);
  for (const [, x, y] of numbers) {
    expect(Number(x)).toBeGreaterThanOrEqual(10);
    expect(Number(x)).toBeLessThanOrEqual(40);
    expect(Number(y)).toBeGreaterThanOrEqual(20);
    expect(Number(y)).toBeLessThanOrEqual(28);
  }
});

it('the nearest point is found within reach, the first of equal ones', () => {
  const places = [{ x: 0, y: 0 }, undefined, { x: 10, y: 0 }, { x: 10, y: 0 }];
  expect(nearestPoint(places, 9, 1)).toBe(2);
  expect(nearestPoint(places, 100, 100)).toBeUndefined();
  expect([rowAt(25, 20, 10, 3), rowAt(19, 20, 10, 3), rowAt(50, 20, 10, 3)]).toEqual([
    0,
    undefined,
    undefined,
  ]);
});

it('words', () => {
  expect([signed(1200, 'unit'), signed(-0.031, 'share'), signed(0, 'unit')]).toEqual([
    '+1.2k units',
    '−3.1 %',
    'no change',
  ]);
  expect([withUnit('Tax', 'share'), withUnit('Price', 'USD'), withUnit('Index', '1')]).toEqual([
    'Tax (%)',
    'Price (USD)',
    'Index',
  ]);
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});

it('a table is written as RFC 4180 asks, and flat for the clipboard', () => {
  const table = tableOf(
    ['name', 'n'],
    [
      ['a, "b"', 1e-7],
      ['c\td', Number.NaN],
    ],
  );
  expect(dataText(table, ',')).toBe('name,n\n"a, ""b""",1e-7\nc\td,\n');
  expect(dataText(table, '\t')).toBe('name\tn\na, "b"\t1e-7\nc d\t\n');
});
