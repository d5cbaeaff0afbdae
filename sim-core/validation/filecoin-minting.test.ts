import { describe, expect, it } from 'vitest';
import { dayNumber } from '../kernel/calendar.ts';
import { baseline } from '../mechanisms/emission/baseline.ts';
import { alone } from './alone.ts';
import { firstDay, gatheredPower, minedFil } from './figures/filecoin-chain.ts';

const from = dayNumber(firstDay.year, firstDay.month, firstDay.dayOfMonth);

/** FIL minted on each day after the first, by the mechanism from the power that the chain counted. */
function minted(winEfficiency: number): readonly number[] {
  const counted = gatheredPower.slice(1).map((gathered, i) => gathered - (gatheredPower[i] ?? 0));
  const recorded = { days: counted.map((_, i) => from + 1 + i), values: counted };
  const gathered = gatheredPower[0] ?? 0;
  const { world, on } = alone(baseline, { power: 'recorded', recorded, gathered, winEfficiency });
  return counted.map((_, i) => {
    on(from + 1 + i);
    return world.ledger.mintedToday;
  });
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('Filecoin from 2020-10-24 to 2021-12-31, driven by the power the chain counted', () => {
  const mined = minedFil.slice(1).map((value, i) => value - (minedFil[i] ?? 0));

  it('mints what was mined within 1 % with a win efficiency of 0.97', () => {
    expect(total(minted(0.97)) / total(mined)).toBeGreaterThan(0.99);
    expect(total(minted(0.97)) / total(mined)).toBeLessThan(1.01);
  });

  it('mints more than was mined by the formula alone: 0.974 of it was', () => {
    expect(total(mined) / total(minted(1))).toBeCloseTo(0.974, 3);
  });

  it('follows the months: none is off by more than 6 %', () => {
    const model = minted(0.97);
    for (let day = 0; day + 30 <= mined.length; day += 30) {
      const ratio = total(model.slice(day, day + 30)) / total(mined.slice(day, day + 30));
      expect(Math.abs(ratio - 1), `30 days from day ${day}`).toBeLessThan(0.06);
    }
  });
});
