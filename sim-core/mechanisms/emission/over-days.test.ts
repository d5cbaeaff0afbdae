// What examples cannot show: burns between two days, and providers that come and go.
import { describe, expect, it } from 'vitest';
import { alone } from '../../validation/alone.ts';
import { floorAndCap } from './floor-and-cap.ts';
import { pid } from './pid.ts';
import { rnp020 } from './rnp-020.ts';
import { growthOf } from './rnp-020-rule.ts';

const noSupplement = { supplement: 0, atStart: 0 };

describe('emission.floor-and-cap', () => {
  it('counts each burn once, on the day after it, a seventh of it', () => {
    const { world, on } = alone(floorAndCap, { ...noSupplement, netCap: { days: [0], values: [1000] } });
    world.ledger.mint('traders', 1000, 'supply');
    world.market.price = 1;
    on(0);
    world.ledger.burn('traders', 70, 'burned');
    on(1);
    expect(world.emission.reemitted).toBeCloseTo(10, 12);
    on(2);
    expect(world.emission.reemitted).toBeCloseTo(10 - 10 / 7, 12);
  });
});

describe('emission.pid', () => {
  it('damps: a target that comes closer takes its change off', () => {
    const { world, on } = alone(pid, { base: 1000, cadence: 1, target: 100, integral: 0 });
    world.network.active = 50;
    on(0);
    world.network.active = 60;
    on(1);
    expect(world.emission.scheduled).toBeCloseTo(1000 * (1 + 0.8 * 0.4 + 0.2 * (0.4 - 0.5)), 9);
  });
});

describe('emission.rnp-020', () => {
  const days = 28;
  const given = { initial: 1000, period: 4, roundTo: 1 };

  /** The policy after each period of four weeks, with tokens burned and nodes active on each of its days. */
  function policies(
    parameters: Readonly<Record<string, number>>,
    periods: readonly (readonly [burned: number, active: number])[],
  ): readonly number[] {
    const { world, on } = alone(rnp020, { ...given, ...parameters });
    world.ledger.mint('traders', 1e9, 'supply');
    const seen: number[] = [];
    for (let day = 0; day <= days * periods.length; day++) {
      const [burned, active] = periods[Math.floor(day / days)] ?? [0, 0];
      world.network.active = active;
      on(day);
      if (day > 0 && day % days === 0) seen.push(world.state.policy ?? Number.NaN);
      world.ledger.burn('traders', burned / 7, 'burned');
    }
    return seen;
  }

  it('holds while the policy is one to three times what was burned an epoch', () => {
    expect(policies({}, [[400, 10]])).toEqual([1000]);
    expect(policies({}, [[1000, 10]])).toEqual([1000]);
  });

  it('is drawn up by growth of burns: 950 alone is within the buffer, 950 after 760 is not', () => {
    expect(
      policies({}, [
        [760, 10],
        [950, 10],
      ]),
    ).toEqual([1000, 1100]);
    expect(policies({ burnedBefore: 760 }, [[950, 10]])).toEqual([1100]);
    expect(policies({}, [[950, 10]])).toEqual([1000]);
  });

  it('is drawn up by growth of nodes', () => {
    expect(
      policies({}, [
        [950, 10],
        [950, 10],
      ]),
    ).toEqual([1000, 1000]);
    expect(
      policies({}, [
        [950, 10],
        [950, 12],
      ]),
    ).toEqual([1000, 1100]);
    expect(
      policies({}, [
        [950, 10],
        [950, 12],
        [950, 12],
      ]),
    ).toEqual([1000, 1100, 1100]);
  });

  it('forgets its direction when it holds: the step after a pause is the smallest again', () => {
    expect(
      policies({}, [
        [0, 1],
        [500, 1],
        [0, 1],
      ]),
    ).toEqual([909, 909, 826]);
    expect(
      policies({}, [
        [0, 1],
        [0, 1],
      ]),
    ).toEqual([909, 758]);
  });

  it('turns with the smallest step', () => {
    expect(
      policies({}, [
        [0, 1],
        [0, 1],
        [5000, 1],
      ]),
    ).toEqual([909, 758, 834]);
  });
});

it('knows no growth where there was nothing before', () => {
  expect(growthOf(5, 0)).toBe(0);
  expect(growthOf(5, 4)).toBe(0.25);
});
