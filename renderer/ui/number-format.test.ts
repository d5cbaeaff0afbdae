import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisNumbers,
  fullNumber,
  percent,
  quantity,
  setNumberStyle,
  shortNumber,
  unitWords,
} from './number-format.ts';

describe('shortNumber', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [0.041234, '0.0412'],
    [12.345, '12.3'],
    [99.95, '100'],
    [999.4, '999'],
    [999.7, '1k'],
    [370_000, '370k'],
    [145_376_491.63, '145M'],
    [999_950_000, '1G'],
    [2.5e13, '25T'],
    [-1234, '−1.23k'],
    [0.00001234, '1.23e−5'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });

  it('is never off by more than half of its last digit', () => {
    const factors = new Map([
      ['k', 1e3],
      ['M', 1e6],
      ['G', 1e9],
      ['T', 1e12],
    ]);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 9e14, noNaN: true }), (value) => {
        const text = shortNumber(value);
        const factor = factors.get(text.slice(-1));
        const read = factor === undefined ? Number(text) : Number(text.slice(0, -1)) * factor;
        expect(Math.abs(read - value)).toBeLessThanOrEqual(value * 0.00501);
      }),
    );
  });
});

describe('fullNumber', () => {
  it.each([
    [145_376_491.63, '145,376,491.63'],
    [1234, '1,234'],
    [0.1, '0.1'],
    [-5_000_000, '−5,000,000'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(fullNumber(value)).toBe(text);
  });

  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(fullNumber(value).replaceAll(',', '').replace('−', '-'))).toBe(value + 0);
      }),
    );
  });
});

describe('units', () => {
  it.each([
    ['unit', 'units'],
    ['unit/day', 'units/day'],
    ['token', 'tokens'],
    ['USD/token', 'USD/token'],
    ['USD', 'USD'],
    ['day', 'days'],
    ['1', ''],
  ])('%s reads %s', (unit, words) => {
    expect(unitWords(unit)).toBe(words);
  });

  it('follow the number, shares as percent', () => {
    expect(quantity(370_000, 'unit')).toBe('370k units');
    expect(quantity(0.1234, 'share')).toBe('12.3 %');
    expect(quantity(1.5, '1')).toBe('1.5');
    expect(percent(Number.NaN)).toBe('–');
  });
});

describe('axisNumbers', () => {
  it.each([
    [[145_200_000, 145_400_000, 145_600_000], 'token', ['145.2M', '145.4M', '145.6M']],
    [[0, 0.5, 1], 'USD', ['0', '0.5', '1.0']],
    [[0, 100_000, 200_000], 'unit', ['0', '100k', '200k']],
    [[0, 0.02, 0.04], 'share', ['0 %', '2 %', '4 %']],
    [[-10, 0, 10], 'USD', ['−10', '0', '10']],
  ])('%j %s', (values, unit, texts) => {
    expect(axisNumbers(values, unit)).toEqual(texts);
  });
});

it('writes all places of large numbers where the person wants that', () => {
  setNumberStyle('grouped');
  try {
    expect([shortNumber(370_123), shortNumber(12.345), shortNumber(-1_234_567)]).toEqual([
      '370,000',
      '12.3',
      '−1,230,000',
    ]);
    expect(axisNumbers([0, 50_000, 100_000], '1')).toEqual(['0', '50,000', '100,000']);
  } finally {
    setNumberStyle('si');
  }
  expect(shortNumber(370_123)).toBe('370k');
});
