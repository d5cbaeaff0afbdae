// Terms over years: how much capacity a constant onboarding ends in, and who is counted.
import { describe, expect, it } from 'vitest';
import { onboardingRenewal } from '../../sim-core/mechanisms/supply/onboarding-renewal.ts';
import { type Stage, stage } from '../../sim-core/stage.ts';
import { overDays, started } from './over-days.ts';

const column = (on: Stage, path: string): readonly number[] => {
  const value = on.value(path);
  return typeof value === 'number' ? [value] : value;
};
const total = (on: Stage, path: string): number => column(on, path).reduce((a, b) => a + b, 0);
const fixed = (value: number) => ({ days: [0], values: [value] });

const world = {
  'providers.status': 2,
  'providers.capacity': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  'providers.rewardWeight': 1,
};

describe('supply.onboarding-renewal', () => {
  it.each([
    [90, 0],
    [90, 0.5],
    [45, 0.8],
  ])('with a term of %i days and %d renewed ends in onboarding * term / (1 - renewed)', (term, renewed) => {
    const given = { onboarding: fixed(10), newcomers: 0, renewal: fixed(renewed), term, smallest: 0 };
    const on = started(onboardingRenewal, stage(onboardingRenewal, given), world);
    let sum = 0;
    const years = 60 * term;
    overDays(onboardingRenewal, on, years, (tick) => {
      if (tick >= years - 10 * term) sum += total(on, 'providers.capacity');
    });
    // Within 2 %: providers grow most when they have most, shortly before a window ends.
    expect(Math.abs(sum / (10 * term) / ((10 * term) / (1 - renewed)) - 1)).toBeLessThan(0.02);
  });

  it('begins as if it had always been so: capacity stays where onboarding replaces what ends', () => {
    const term = 90;
    const given = { onboarding: fixed(55 / term), newcomers: 0, renewal: fixed(0), term, smallest: 0 };
    const on = started(onboardingRenewal, stage(onboardingRenewal, given), world);
    expect(new Set(column(on, 'providers.termEnds')).size).toBe(1);
    expect(column(on, 'providers.termEnds')[0]).toBe(46);
    const seen: number[] = [];
    overDays(onboardingRenewal, on, 4 * term, () => seen.push(total(on, 'providers.capacity')));
    for (const capacity of seen) expect(Math.abs(capacity / 55 - 1)).toBeLessThan(0.3);
    // Terms of different providers end on different days.
    expect(seen.filter((capacity, i) => i > 0 && capacity < (seen[i - 1] ?? 0)).length).toBeGreaterThan(20);
  });

  it('lets prospects in by chance, day after day, and their terms end too', () => {
    // Nothing is onboarded after the hundredth day: whoever is there by then has no prospects to give way to, and would grow.
    const onboarding = { days: [0, 100], values: [3, 0] };
    const given = { onboarding, newcomers: 1, renewal: fixed(0), term: 9 };
    const on = started(onboardingRenewal, stage(onboardingRenewal, given), { 'providers.capacity': 10 });
    const active: number[] = [];
    overDays(onboardingRenewal, on, 200, () => active.push(Number(on.value('network.active'))));
    const joined = column(on, 'providers.joinedAt');
    expect(new Set(joined).size).toBeGreaterThan(5);
    expect(column(on, 'providers.status')).toEqual(Array(10).fill(4));
    expect(Math.max(...active)).toBeLessThan(8);
  });

  it('commits newcomers for a term on average, each within a window around it', () => {
    const onboarding = { days: [0, 120], values: [0.5, 0] };
    const given = { onboarding, newcomers: 1, renewal: fixed(0), term: 450 };
    const on = started(onboardingRenewal, stage(onboardingRenewal, given), { 'providers.capacity': 10 });
    const left = new Map<number, number>();
    overDays(onboardingRenewal, on, 800, (tick) => {
      for (const [row, s] of column(on, 'providers.status').entries())
        if (s === 4 && !left.has(row)) left.set(row, tick);
    });
    const joinedAt = column(on, 'providers.joinedAt');
    const stays = [...left].map(([row, tick]) => tick - (joinedAt[row] ?? 0));
    expect(stays.length).toBeGreaterThan(4);
    expect(Math.min(...stays)).toBeGreaterThan(400);
    expect(Math.max(...stays)).toBeLessThan(503);
    expect(Math.abs(stays.reduce((a, b) => a + b, 0) / stays.length - 450)).toBeLessThan(35);
  });

  it('takes in whom another mechanism let in, and forgets who left', () => {
    const given = { onboarding: fixed(0), renewal: fixed(0), term: 45 };
    const on = started(onboardingRenewal, stage(onboardingRenewal, given), {
      ...world,
      'providers.status': 0,
    });
    overDays(onboardingRenewal, on, 4, (tick) => {
      if (tick === 3) on.set('providers.status', [2, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
    });
    expect(on.value('network.active')).toBe(1);
    expect(on.value('network.capacity')).toBe(1);
    expect(column(on, 'providers.termEnds')[0]).toBe(48);
    overDays(onboardingRenewal, on, 60);
    expect(on.value('network.active')).toBe(0);
    expect(column(on, 'providers.status')[0]).toBe(4);
  });

  it('shares what is onboarded among those who were there at the last close, anew each day', () => {
    const given = { onboarding: fixed(10), newcomers: 0, renewal: fixed(1), term: 45 };
    const on = started(onboardingRenewal, stage(onboardingRenewal, given), {
      ...world,
      'providers.capacity': 10,
    });
    overDays(onboardingRenewal, on, 3);
    expect(total(on, 'providers.capacity')).toBeCloseTo(130, 9);
  });
});
