// Who orders hardware: decision by decision, against the formula of a decaying income, and what can never turn a no into a yes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { status } from '../../sim-core/contract/vocabulary.ts';
import { numbers, started } from '../contract/started.ts';

const rows = 10;

/** Evenly between the two. `fc.double` draws evenly over bit patterns, of which most are hardly above zero. */
const positive = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => min + ((max - min) * step) / 1_000_000);
const share = positive(0, 1);
const column = (min: number, max: number) =>
  fc.array(positive(min, max), { minLength: rows, maxLength: rows });

/** A day on which ten prospects consider. Means of the ranges put about half of them on either side of their hurdle. */
const situations = fc.record({
  foresight: share,
  // Hardly any decline is nearly none: the formula has no gap there.
  trendSight: fc.oneof(share, fc.constantFrom(0, 1e-25, 1e-15, 1e-10)),
  pledgeCost: share,
  weight: fc.integer({ min: 1, max: 500 }),
  rewardWeight: column(0.1, 5),
  capacity: column(0.1, 5),
  spoofing: fc.array(fc.constantFrom(0, 0, 3), { minLength: rows, maxLength: rows }),
  opex: column(0, 2),
  factor: column(0.5, 2),
  hurdle: column(30, 2000),
  sharing: positive(1, 1000),
  ordered: positive(0, 1000),
  reward: positive(0, 3000),
  data: share,
  fiat: positive(0, 500),
  honest: positive(1, 1000),
  price: positive(0.01, 5),
  hardware: positive(0, 800),
  pledge: positive(0, 100),
  flat: positive(0, 50),
  decline: positive(0, 0.01),
  growth: positive(-2, 5),
  cost: positive(0.5, 3),
});

type Situation = typeof situations extends fc.Arbitrary<infer Value> ? Value : never;

/** Which of the ten order. */
function decisions(s: Situation): readonly boolean[] {
  const given = {
    innovation: 365,
    foresight: s.foresight,
    trendSight: s.trendSight,
    pledgeCost: s.pledgeCost,
  };
  const on = started(
    'supply.rational-entry',
    given,
    {},
    {
      'providers.rewardWeight': s.rewardWeight,
      'providers.multiplier': 1,
      'providers.capacity': s.capacity,
      'providers.spoofing': s.spoofing,
      'providers.opex': s.opex,
      'providers.hardwareFactor': s.factor,
      'providers.hurdle': s.hurdle,
      'network.weight': s.weight,
      'network.rewardWeight': s.sharing,
      'network.capacity': s.honest,
      'network.growth': s.growth,
      'hardware.waitingWeight': s.ordered,
      'hardware.price': s.hardware,
      'reward.providers': s.reward,
      'reward.data': s.reward * s.data,
      'settlement.toProviders': s.fiat,
      'market.smoothedPrice': s.price,
      'emission.decline': s.decline,
      'staking.pledge': s.pledge,
      'staking.flatPledge': s.flat,
      'shocks.cost': s.cost,
    },
  );
  on.day(0);
  return numbers(on.value('providers.status')).map((now) => now === status.ordered);
}

/** Economy.md 2.1: what each expects a day, and its payback over its hurdle. */
function expectations(s: Situation): readonly { earning: number; ratio: number }[] {
  const perWeight = ((s.reward * (1 - s.data)) / (s.sharing + s.foresight * s.ordered)) * s.price;
  const perCapacity = (s.reward * s.data * s.price + s.fiat) / s.honest;
  const decay = s.trendSight * (s.decline + Math.max(0, s.growth) / 365);
  return s.hurdle.map((hurdle, i) => {
    const at = (values: readonly number[]): number => values[i] ?? Number.NaN;
    const carried = at(s.spoofing) === 0 ? perCapacity * at(s.capacity) : 0;
    const earning = perWeight * at(s.rewardWeight) + carried - at(s.opex) * s.cost;
    const collateral = (s.pledge * at(s.rewardWeight) + s.flat) * s.price;
    const capex = s.hardware * at(s.factor) + s.pledgeCost * collateral;
    const naive = capex / earning;
    if (earning <= 0) return { earning, ratio: Number.POSITIVE_INFINITY };
    if (decay * naive < 1e-9) return { earning, ratio: naive / hurdle };
    const payback = decay * naive < 1 ? -Math.log1p(-decay * naive) / decay : Number.POSITIVE_INFINITY;
    return { earning, ratio: payback / hurdle };
  });
}

const runs = { seed: 1, numRuns: 400 };

describe('a prospect', () => {
  it('orders if what it expects pays back within its hurdle; never where it expects nothing or a loss', () => {
    let [yes, no] = [0, 0];
    fc.assert(
      fc.property(situations, (s) => {
        const ordered = decisions(s);
        for (const [i, { earning, ratio }] of expectations(s).entries()) {
          if (ordered[i]) yes += 1;
          else no += 1;
          if (earning <= 0) expect(ordered[i]).toBe(false);
          // Within rounding of the hurdle either is right.
          else if (Math.abs(ratio - 1) > 1e-6) expect(ordered[i]).toBe(ratio < 1);
        }
      }),
      runs,
    );
    // The property says something only where both happen.
    expect(Math.min(yes, no)).toBeGreaterThan(0.15 * (yes + no));
  });

  it('does not order what is free where nothing is to be earned', () => {
    const nothing = { hardware: 0, pledge: 0, flat: 0, reward: 0, fiat: 0, opex: Array(rows).fill(0) };
    fc.assert(
      fc.property(situations, (s) => {
        expect(decisions({ ...s, ...nothing })).not.toContain(true);
      }),
      { ...runs, numRuns: 50 },
    );
  });

  const rises: readonly { what: string; rise: (s: Situation, by: number) => Situation }[] = [
    { what: 'dearer hardware', rise: (s, by) => ({ ...s, hardware: s.hardware + 1000 * by }) },
    {
      what: 'a mark-up of its own',
      rise: (s, by) => ({ ...s, factor: s.factor.map((factor) => factor * (1 + by)) }),
    },
    { what: 'a larger pledge', rise: (s, by) => ({ ...s, pledge: s.pledge + 100 * by }) },
    { what: 'running costs', rise: (s, by) => ({ ...s, opex: s.opex.map((opex) => opex + by) }) },
    { what: 'a shock to running costs', rise: (s, by) => ({ ...s, cost: s.cost + by }) },
    { what: 'more hardware on order', rise: (s, by) => ({ ...s, ordered: s.ordered + 1000 * by }) },
    { what: 'a faster decline', rise: (s, by) => ({ ...s, decline: s.decline + 0.01 * by }) },
    { what: 'faster growth of the network', rise: (s, by) => ({ ...s, growth: s.growth + by }) },
  ];

  it.each(rises)('is never won over by $what', ({ rise }) => {
    let lost = 0;
    fc.assert(
      fc.property(situations, share, (s, by) => {
        const before = decisions(s);
        const after = decisions(rise(s, by));
        for (const [i, would] of before.entries()) {
          if (!would) expect(after[i]).toBe(false);
          else if (!after[i]) lost += 1;
        }
      }),
      { ...runs, numRuns: 150 },
    );
    // And some are lost to it.
    expect(lost).toBeGreaterThan(0);
  });
});
