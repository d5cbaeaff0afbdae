import { expect, it } from 'vitest';
import { growingAnnuity } from './protocol-deposit-rule.ts';

it('gives what the payments are worth, one by one', () => {
  const [years, discount, escalator] = [10, 0.055, 0.0331];
  let worth = 0;
  for (let n = 1; n <= years; n++) worth += 1.0331 ** (n - 1) / 1.055 ** n;
  expect(growingAnnuity(years, discount, escalator)).toBeCloseTo(worth, 12);
});

it("is the published example's 43,131.48 USD within what its own rounding hides", () => {
  // 0.3798 MWh a week at 0.10126 USD/kWh, 52.18 weeks, 30 years, 5.5 %, 3.31 %. The guide rounds 0.9792^30 to 0.5282, where
  // it is 0.5330, and multiplies out a first year of 2,002.39 USD, where its own factors give 2,006.77.
  const deposit = (firstYear: number) => firstYear * growingAnnuity(30, 0.055, 0.0331);
  expect(deposit(2002.39) / 43_131.48).toBeGreaterThan(0.99);
  expect(deposit(2002.39) / 43_131.48).toBeLessThan(1);
  expect(deposit(0.3798 * 1000 * 0.10126 * 52.18) / 43_131.48).toBeCloseTo(0.9922, 4);
});

it('of ten years without growth at 11 % is 5.889 years, and at a growth that equals the discount N / (1 + r)', () => {
  expect(growingAnnuity(10, 0.11, 0)).toBeCloseTo(5.889_232, 6);
  expect(growingAnnuity(10, 0.05, 0.05)).toBeCloseTo(10 / 1.05, 12);
  expect(growingAnnuity(10, 0.05, 0.050_001)).toBeCloseTo(10 / 1.05, 4);
});
