// What theory says of demand and of how customers pay, in whole economies and over many years.
import { describe, expect, it } from 'vitest';
import { assemble } from '../../sim-core/assemble.ts';
import type { Mechanism } from '../../sim-core/contract/mechanism.ts';
import type { ParameterValue } from '../../sim-core/contract/parameter.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { World } from '../../sim-core/contract/vocabulary.ts';
import { run } from '../../sim-core/kernel/run.ts';
import { sum } from '../../sim-core/kernel/sum.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { economy } from '../../sim-core/validation/economy.ts';
import { overDays } from './over-days.ts';
import { numbers, started } from './started.ts';

const startDay = 18_600;

type Given = Readonly<Record<string, ParameterValue>>;

const regions = {
  name: ['A', 'B'],
  share: [0.6, 0.4],
  power_price: [0.16, 0.25],
  import_markup: [0, 0.1],
  extra_lead: [0, 10],
};

const people: Readonly<Record<string, Given>> = {
  'agents.token': {},
  'agents.providers': { rows: 200, weight: 50, regions },
  'agents.users': { count: 200, awareAtStart: 0.5, customersAtStart: 0.5, potential: 5000 },
};

const behaviour: Readonly<Record<string, Given>> = {
  'reward.per-capacity': {},
  'supply.sell-flow': {},
  'supply.patient-exit': {},
  'supply.hardware': {},
  'supply.rational-entry': {},
  'market.traders': {},
  'market.uniform-batch': {},
};

function named(id: string): Mechanism {
  const mechanism = mechanisms.find((m) => m.id === id);
  if (!mechanism) throw new Error(`There is no ${id}.`);
  return mechanism;
}

/** Runs an economy and reads the world at the close of every day. */
function daily<T>(spec: ScenarioSpec, seed: string, read: (world: World) => T): readonly T[] {
  const model = assemble(spec);
  const days: T[] = [];
  const look = (world: object): boolean => {
    days.push(read(world as World));
    return true;
  };
  const invariants = [...(model.invariants ?? []), { id: 'look', says: 'Looks.', holds: look }];
  const ticks = run({ ...model, invariants }, { seed, ticks: spec.ticks });
  while (!ticks.next().done);
  return days;
}

const last = <T>(days: readonly T[]): T => {
  const day = days.at(-1);
  if (day === undefined) throw new Error('No day was run.');
  return day;
};

describe('every way to pay beside every kind of demand', () => {
  const demands = ['demand.logit-choice', 'demand.contracts', 'demand.bass', 'demand.logistic'];
  const settlements = mechanisms.filter(({ slot }) => slot === 'settlement').map(({ id }) => id);
  const pairs = settlements.flatMap((settlement) => demands.map((demand) => ({ settlement, demand })));

  it.each(pairs)('$settlement, $demand: tokens and dollars are somewhere', ({ settlement, demand }) => {
    const spec = economy('economy', startDay, 200, {
      ...people,
      [demand]: {},
      [settlement]: {},
      'emission.halving': {},
      ...behaviour,
    });
    const days = daily(spec, '1', ({ providers, network, ledger, demand, settlement, market }) => ({
      held: sum(providers.held, providers.count) * network.weight,
      account: ledger.balance('providers'),
      onOffer: ledger.balance('selling') + ledger.balance('emission'),
      tokens: ledger.genesis + ledger.minted,
      served: demand.served,
      spare: demand.wanted - demand.served,
      unpaid: demand.served * demand.unitPrice - settlement.fees,
      price: market.price,
    }));
    for (const { held, account, onOffer, tokens, spare, unpaid, price } of days) {
      expect(Math.abs(held - account)).toBeLessThan(1e-9 * tokens);
      expect(Math.abs(onOffer)).toBeLessThan(1e-6);
      expect(spare).toBeGreaterThanOrEqual(-1e-9);
      expect(Math.abs(unpaid)).toBeLessThan(1e-6);
      expect(price).toBeGreaterThan(0);
    }
    expect(last(days).served).toBeGreaterThan(0);
  });
});

describe('without revenue', () => {
  it('the price goes to zero, and providers with it', () => {
    const spec = economy('economy', startDay, 3650, {
      'agents.token': {},
      'agents.providers': { rows: 300, weight: 100, regions },
      'emission.halving': {},
      ...behaviour,
      // Moods move the price by a factor of four either way for years; theory speaks of what they are about.
      'market.traders': { sentimentSpread: 0 },
    });
    for (const seed of ['1', '2']) {
      const days = daily(spec, seed, ({ market, network }) => [market.price, network.active] as const);
      const active = days.map(([, units]) => units);
      const [price = 0, units = 0] = last(days);
      expect(price).toBeLessThan(0.02 * (days[0]?.[0] ?? 0));
      expect(units).toBeLessThan(0.05 * Math.max(...active));
    }
  });
});

describe('what a token is', () => {
  // A thousand tokens for one, at a thousandth of the price: nothing in dollars may differ.
  const of = (tokens: number, settlement: string): readonly (readonly number[])[] =>
    daily(
      economy('economy', startDay, 300, {
        'agents.token': { supply: 75e6 * tokens, price: 1.5 / tokens },
        'agents.providers': { rows: 200, weight: 50, regions },
        'agents.users': { count: 100, awareAtStart: 1, potential: 20_000 },
        'demand.logit-choice': {},
        [settlement]: {},
        'emission.halving': { initial: 60_000_000 * tokens },
        ...behaviour,
      }),
      '1',
      ({ market, settlement, network, vault, ledger }) => [
        market.price * tokens,
        settlement.fees,
        network.active,
        vault.credits,
        ledger.balance('vault') / tokens,
        ledger.burned / tokens,
      ],
    );

  it.each(['settlement.stable-vault', 'settlement.prepaid-credits', 'settlement.buy-back-and-burn'])(
    'is a matter of denomination under %s',
    (settlement) => {
      const [one, thousand] = [of(1, settlement), of(1000, settlement)];
      one.forEach((day, tick) => {
        day.forEach((value, i) => {
          const other = thousand[tick]?.[i] ?? Number.NaN;
          expect(Math.abs(other - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
        });
      });
    },
  );
});

describe('an endowment that buys 200 years', () => {
  const kept = (years: number, costDecline: number, every = 0): readonly [number, number] => {
    const id = 'settlement.endowment';
    const given = { costDecline, storedAtStart: 1e6, usdAtStart: 200 * 20 * 0.004 * 1e6 };
    const on = started(id, given, {});
    overDays(named(id), on, 365 * years, () => {
      on.set('demand.served', every);
      on.set('demand.unitPrice', 16);
    });
    const [usd = 0, owed = 0] = ['endowment.usd', 'endowment.owed'].flatMap((path) =>
      numbers(on.value(path)),
    );
    return [usd, owed];
  };

  it.each([
    [0.0051, 1],
    [0.006, 1],
    [0.3, 1],
    [0.0049, -1],
    [0.004, -1],
    [0, -1],
  ])('where cost falls by %f a year: solvent after 1, 10 and 60 years or in none (%i)', (decline, sign) => {
    for (const years of [1, 10, 60]) {
      const [usd, owed] = kept(years, decline);
      expect(Math.sign(usd - owed)).toBe(sign);
      // What comes in buys as much as it pays for: new customers change the sum, not the sign.
      const [more, due] = kept(years, decline, 1000);
      expect(Math.sign(more - due)).toBe(sign);
      expect(more).toBeGreaterThan(usd);
    }
  });

  it('at exactly 1/200 it holds what it owes, and it ends 200 years after where nothing gets cheaper', () => {
    const [usd, owed] = kept(60, 1 / 200);
    expect(usd / owed).toBeCloseTo(1, 9);
    expect(kept(199, 0)[0]).toBeGreaterThan(0);
    expect(kept(201, 0)[0]).toBe(0);
  });
});

describe('stable credits', () => {
  /** Runs the vault alone at prices of its own; what is out of circulation, what was minted, what is owed. */
  const vault = (days: number, price: (tick: number) => number): Readonly<Record<string, number>> => {
    const id = 'settlement.stable-vault';
    const market = { 'ledger.traders': 1e9, 'market.price': price(0) };
    const on = started(id, { window: 0, sold: 1 }, {}, market);
    let lowest = 1;
    overDays(named(id), on, days, (tick) => {
      on.set('market.price', price(tick));
      on.set('demand.served', 1000);
      on.set('demand.unitPrice', 1);
      lowest = Math.min(lowest, ...numbers(on.value('vault.ratio')));
    });
    const { ledger } = on.state;
    return {
      ratio: numbers(on.value('vault.ratio'))[0] ?? 0,
      credits: numbers(on.value('vault.credits'))[0] ?? 0,
      vault: ledger.balance('vault'),
      minted: ledger.minted - 1e9,
      lowest,
    };
  };

  it('at a constant price are covered by the spread and more, and nothing is minted', () => {
    const { ratio, credits, minted, lowest } = vault(1000, () => 1.14);
    expect(credits).toBeCloseTo(7000, 6);
    expect(lowest).toBe(1);
    expect(ratio).toBeGreaterThan(1 / (1 - 0.0025));
    expect(minted).toBe(0);
  });

  it('take tokens out of circulation as the price rises and mint them as it falls', () => {
    const rising = vault(700, (tick) => 1.14 * 1.001 ** tick);
    const flat = vault(700, () => 1.14);
    const falling = vault(700, (tick) => 1.14 * 0.998 ** tick);
    expect(rising.minted).toBe(0);
    expect((rising.vault ?? 0) * 1.14 * 1.001 ** 699).toBeGreaterThan((flat.vault ?? 0) * 1.14);
    expect(falling.minted).toBeGreaterThan(0);
  });

  it('after a crash are minted out within their runway, then made again', () => {
    const halted = vault(103, (tick) => (tick < 100 ? 1 : 0.8));
    expect(halted.lowest).toBeLessThan(0.9);
    expect(halted.credits).toBeCloseTo(7000 - 3000, 6);
    const { ratio, credits, minted } = vault(120, (tick) => (tick < 100 ? 1 : 0.8));
    expect(minted).toBeGreaterThan(0);
    expect(credits).toBeCloseTo(7000, 6);
    expect(ratio).toBeGreaterThanOrEqual(1);
  });
});

describe('Bass diffusion', () => {
  it('grows fastest at ln(q / p) / (p + q), whatever the length of a tick', () => {
    const id = 'demand.bass';
    const [p, q] = [0.02, 1.2];
    const on = started(id, { innovation: p, imitation: q, potential: 1 }, {});
    const path: number[] = [];
    for (let tick = 0; tick < 3000; tick++) {
      overDays(named(id), on, tick + 1);
      path.push(...numbers(on.value('demand.wanted')));
    }
    const growth = path.map((share, i) => share - (path[i - 1] ?? 0));
    const peak = growth.indexOf(Math.max(...growth));
    expect(Math.abs(peak - (365 * Math.log(q / p)) / (p + q))).toBeLessThanOrEqual(1);
  });
});
