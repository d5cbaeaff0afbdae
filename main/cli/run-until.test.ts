import { expect, it } from 'vitest';
import { parseStopRule, stopState } from '../../sim-core/analysis/stop-rule.ts';
import { stopText } from './run-until.ts';

const rule = parseStopRule('supply.net-emission@end < 5 %');

const told = (values: readonly number[], cancelled = false): string =>
  stopText({ rule, state: stopState(rule, values), started: values.map(String), cancelled });

const filled = (count: number, value: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => value(i));

it('says that more seeds would help only where they would', () => {
  expect(told(filled(30, (i) => 100 + i))).toMatch(
    /spans 9\.61 % of the median; .* More seeds would narrow it/,
  );
  expect(told(filled(5, () => 1))).toContain('is not known, as there are too few');
});

it('says that the metric has no number in any seed', () => {
  const text = told(filled(30, () => Number.NaN));
  expect(text).toContain('All 30 seeds have run, and supply.net-emission@end has a number in none');
  expect(text).not.toContain('too few');
});

it('says that nothing is a percentage of a median of 0', () => {
  const text = told(filled(31, (i) => i - 15));
  expect(text).toContain('-6 to 6 around a median of 0');
  expect(text).not.toContain('too few');
});

it('says that it was enough, or cancelled', () => {
  expect(told(filled(30, () => 7))).toBe(
    'Enough: after 30 seeds the interval of supply.net-emission@end spans 0.00 % of the median.',
  );
  expect(told([], true)).toContain('It was cancelled, and the interval');
});
