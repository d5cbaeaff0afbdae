import { describe, expect, it } from 'vitest';
import type { Check } from './check.ts';
import { checks } from './index.ts';
import { verdictOf } from './verdict-of.ts';

/** What breaks a rule whose decisions a change of one percent does not reach. */
const enough: Readonly<Record<string, number>> = {
  'V13.period': 9,
  'V13.buffer': 0.2,
  'V13.upper': 100,
  'V13.capStep': 0.2,
  'V13.quantum': 0.15,
  'V13.roundTo': 1000,
  'V5.creditUsd': 1e-4, // as HIP-10 misprints it
  'V1.halvesEvery': 12,
  'V6.halvesEvery': 12,
  'V16.target': 0.55,
  'V16.lip107Rounds': 365,
  'V16.lip107Step': 500,
  'V11.winEfficiency': 1,
  'V11.baselineShare': 0.6,
  'V11.halfLife': 7,
  'V11.initialBaseline': 2e4,
  'V20.gain': 0,
  'T1.revenueUsd': 100_000,
  'T1.hypeHalfLife': 36_500,
  'T2.slow': 0.2,
  'T2.fast': 0.2,
  'T2.discount': 0.4,
  'T4.rate': 0.2,
  'T4.detection': 0.7,
  'T4.claimed': 2.5,
};

it('has one check for each number, in their order', () => {
  const published = [1, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 15, 16, 17, 18, 20].map((number) => `V${number}`);
  expect(checks.map(({ id }) => id)).toEqual([...published, 'T1', 'T2', 'T3', 'T4']);
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it(`passes: ${check.title}`, () => {
    const { of, got, expected, error, passed } = verdictOf(check);
    expect(passed, `${of} is ${got}, not ${expected}: off by ${error}`).toBe(true);
  });

  it.each(Object.keys(check.constants))('fails where %s is wrong', (name) => {
    const broken = enough[`${check.id}.${name}`] ?? 1.01 * (check.constants[name] ?? 0);
    expect(verdictOf(check, { ...check.constants, [name]: broken }).passed).toBe(false);
  });
});

describe('a verdict', () => {
  const check = (got: readonly number[], value = 0.1): Check => ({
    id: 'V0',
    title: 'none',
    unit: '1',
    source: { title: 'none' },
    tolerance: { kind: 'relative', value, because: 'so' },
    expected: [
      { of: 'first', value: 10 },
      { of: 'second', value: 20, within: 0.5 },
      { of: 'nothing', value: 0 },
    ],
    constants: {},
    compute: () => got,
  });

  it('names the number that fits worst for its tolerance', () => {
    expect(verdictOf(check([10.5, 29, 0]))).toMatchObject({
      of: 'first',
      error: 0.05,
      got: 10.5,
      passed: true,
      numbers: 3,
      tolerance: { kind: 'relative', value: 0.1 },
    });
  });

  it('fails by one number beyond its tolerance, and by what is no number', () => {
    expect(verdictOf(check([10, 31, 0]))).toMatchObject({ of: 'second', passed: false });
    expect(verdictOf(check([10, Number.NaN, 0]))).toMatchObject({ of: 'second', passed: false });
    expect(verdictOf(check([10, 20, 0.2]))).toMatchObject({ of: 'nothing', error: 0.2, passed: false });
  });

  it('allows nothing where the tolerance is 0', () => {
    expect(verdictOf(check([10, 20, 0], 0)).passed).toBe(true);
    expect(verdictOf(check([10.0000001, 20, 0], 0)).passed).toBe(false);
  });

  it('refuses a check that gives too few numbers', () => {
    expect(() => verdictOf(check([10, 20]))).toThrow('V0 gives 2 numbers for 3 expected ones.');
  });
});
