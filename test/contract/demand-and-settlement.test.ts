import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../sim-core/contract/mechanism.ts';
import { status, userStatus } from '../../sim-core/contract/vocabulary.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import type { Stage } from '../../sim-core/stage.ts';
import { overDays } from './over-days.ts';
import { numbers, started } from './started.ts';

const many = 20_000;

function named(id: string): Mechanism {
  const mechanism = mechanisms.find((m) => m.id === id);
  if (!mechanism) throw new Error(`There is no ${id}.`);
  return mechanism;
}

const column = (on: Stage, path: string): readonly number[] => numbers(on.value(path));
const scalar = (on: Stage, path: string): number => column(on, path)[0] ?? Number.NaN;
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** Four standard deviations of a share among `n`. */
const spread = (share: number, n: number): number => 4 * Math.sqrt((share * (1 - share)) / n);

describe('customers at genesis', () => {
  it.each([
    // Economy of Helium's burners: the two largest stand for two thirds; of GEODNET's: an HHI of 0.05.
    { zipf: 1.75, topTwo: 0.66, hhi: 0.296 },
    { zipf: 1.05, topTwo: 0.25, hhi: 0.045 },
  ])('of Zipf $zipf: the two largest want $topTwo, HHI $hhi', ({ zipf, topTwo, hhi }) => {
    const on = started('agents.users', { zipf }, {}, { 'regions.share': 1 });
    const sizes = column(on, 'users.demand');
    const all = total(sizes);
    expect(all * 0.5).toBeCloseTo(200_000, 5);
    expect(((sizes[0] ?? 0) + (sizes[1] ?? 0)) / all).toBeCloseTo(topTwo, 1);
    expect(total(sizes.map((size) => (size / all) ** 2))).toBeCloseTo(hhi, 2);
  });

  const given = { count: many, awareAtStart: 0.4, customersAtStart: 0.3, potential: 1e6, zipf: 0 };
  // The last region takes what rounding, here a tenth, leaves over.
  const world = { 'regions.share': [0.5, 0.3, 0.1], 'users.id': 7 };
  const on = started('agents.users', given, { regions: 3 }, world);

  it('have each an identity of their own', () => {
    expect(column(on, 'users.id')).toEqual(Array.from({ length: many }, (_, i) => i));
  });

  it.each([
    [0, 0.5],
    [1, 0.3],
    [2, 0.2],
  ])('region %i has its share of them, %f', (region, share) => {
    const there = column(on, 'users.region').filter((r) => r === region).length / many;
    expect(Math.abs(there - share)).toBeLessThan(spread(share, many));
  });

  it('know of it and use it as often as is said', () => {
    const states = column(on, 'users.status');
    const of = (wanted: number): number => states.filter((s) => s === wanted).length / many;
    expect(Math.abs(of(userStatus.unaware) - 0.6)).toBeLessThan(spread(0.6, many));
    expect(Math.abs(of(userStatus.onNetwork) - 0.12)).toBeLessThan(spread(0.12, many));
    expect(scalar(on, 'customers.aware')).toBeCloseTo(1 - of(userStatus.unaware), 12);
    expect(scalar(on, 'customers.count')).toBe(of(userStatus.onNetwork) * many);
  });

  it('came within the last year and have used part of what they bought', () => {
    const states = column(on, 'users.status');
    const joined = column(on, 'users.joinedAt').filter((_, i) => states[i] === userStatus.onNetwork);
    expect(Math.max(...joined)).toBeLessThan(0);
    expect(Math.min(...joined)).toBeGreaterThanOrEqual(-366);
    expect(Math.abs(total(joined) / joined.length + 183)).toBeLessThan(10);
    const days = column(on, 'users.topUpDays');
    const credit = column(on, 'users.credit');
    const left = credit.map((usd, i) => usd / ((1e6 / many) * (days[i] ?? 1)));
    const used = left.filter((_, i) => states[i] === userStatus.onNetwork);
    expect(Math.abs(total(used) / used.length - 0.5)).toBeLessThan(0.03);
    expect(total(left.filter((_, i) => states[i] !== userStatus.onNetwork))).toBe(0);
  });
});

describe('choice against the incumbent', () => {
  const prices = (_: number, on: Stage): void => on.set('demand.unitPrice', 1);
  const market = { 'customers.incumbentPrice': 1, 'network.capacity': 1 };

  it('settles where as many come as go: with a switching cost of 0.8 at 0.617', () => {
    const on = started(
      'demand.logit-choice',
      { reconsider: 1 },
      { users: many },
      { ...market, 'users.status': userStatus.incumbent },
    );
    overDays(named('demand.logit-choice'), on, 60, prices);
    const come = 0.5;
    const go = 1 - 1 / (1 + Math.exp(-0.8));
    const share = come / (come + go);
    expect(Math.abs(scalar(on, 'customers.count') / many - share)).toBeLessThan(spread(share, many));
  });

  it('reconsiders once in so many days on average', () => {
    const on = started(
      'demand.logit-choice',
      { reconsider: 40 },
      { users: many },
      { ...market, 'users.status': userStatus.incumbent, 'users.bias': 40 },
    );
    overDays(named('demand.logit-choice'), on, 1, prices);
    expect(Math.abs(scalar(on, 'customers.count') / many - 1 / 40)).toBeLessThan(spread(1 / 40, many));
  });

  it('choice is another draw than reconsidering, being poached another than choice', () => {
    const shareAfter = (given: object, world: object): number => {
      const neutral = { habit: 0, ...given };
      const on = started('demand.logit-choice', neutral, { users: many }, { ...market, ...world });
      overDays(named('demand.logit-choice'), on, 1, () => {
        on.set('demand.unitPrice', 1);
        on.set('shocks.poached', 0.5);
      });
      return scalar(on, 'customers.count') / many;
    };
    const come = shareAfter({ reconsider: 10 }, { 'users.status': userStatus.incumbent });
    expect(Math.abs(come - 1 / 20)).toBeLessThan(spread(1 / 20, many));
    const stay = shareAfter({ reconsider: 1 }, { 'users.status': userStatus.onNetwork });
    expect(Math.abs(stay - 1 / 4)).toBeLessThan(spread(1 / 4, many));
  });

  it('who comes back begins anew', () => {
    const there = { 'users.status': userStatus.onNetwork, 'users.joinedAt': -365, 'users.demand': 1 };
    const given = { reconsider: 1, growthTime: 1 };
    const on = started('demand.logit-choice', given, {}, { ...market, ...there, 'users.bias': 40 });
    const wanted = [40, -40, 40, 40].map((bias, tick) => {
      on.set('users.bias', bias);
      overDays(named('demand.logit-choice'), on, tick + 1, prices);
      return scalar(on, 'users.wanted');
    });
    expect(wanted).toEqual([1, 0, 0, 1 - Math.exp(-1)]);
  });

  it('word spreads as Bass says: dA/dt = (a + b A)(1 - A)', () => {
    const [a, b, years] = [0.1, 2, 2];
    const on = started('demand.logit-choice', { innovation: a, imitation: b }, { users: many }, market);
    overDays(named('demand.logit-choice'), on, 365 * years, prices);
    const grown = Math.exp((a + b) * years);
    expect(scalar(on, 'customers.aware')).toBeCloseTo((grown - 1) / (grown + b / a), 1);
  });

  it('a dearer network has fewer customers, one with less coverage too', () => {
    const customers = (given: object, seen: object): number => {
      const on = started(
        'demand.logit-choice',
        { reconsider: 1, ...given },
        { users: many },
        { ...market, 'users.status': userStatus.incumbent, ...seen },
      );
      overDays(named('demand.logit-choice'), on, 20, prices);
      return scalar(on, 'customers.count');
    };
    expect(customers({}, { 'customers.incumbentPrice': 2 })).toBeGreaterThan(customers({}, {}));
    const occupied = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    expect(customers({ covered: 'cells' }, { 'cells.occupants': occupied })).toBeLessThan(customers({}, {}));
  });

  it('says what is missing where coverage is counted in cells and there are none', () => {
    expect(() => started('demand.logit-choice', { covered: 'cells' }, { cells: 0 })).toThrow('has none');
  });
});

describe('service that knows places', () => {
  const rows = { regions: 3, users: 9000, providers: 9000, cells: 9 };
  const third = (values: readonly number[], each: number): readonly number[] =>
    Array.from({ length: each * 3 }, (_, i) => values[Math.floor(i / each)] ?? 0);
  const there = {
    'providers.status': status.active,
    'providers.region': third([0, 1, 2], 3000),
    'providers.capacity': third([1, 2, 0], 3000),
    'users.status': userStatus.onNetwork,
    'users.joinedAt': -36_500,
    'users.region': third([0, 1, 2], 3000),
    'users.demand': third([2, 1, 1], 3000),
    'users.bias': 40,
    'cells.region': third([0, 1, 2], 3),
    'cells.occupants': [1, 0, 0, 1, 1, 1, 0, 0, 0],
    'network.capacity': 9000,
    'customers.incumbentPrice': 1,
  };
  const served = (given: object): Stage => {
    const on = started('demand.logit-choice', { reconsider: 3650, ...given }, rows, there);
    overDays(named('demand.logit-choice'), on, 1, () => on.set('demand.unitPrice', 1));
    return on;
  };

  it('local: each region serves its own, as far as it can', () => {
    const on = served({ place: 'local' });
    expect(scalar(on, 'demand.wanted')).toBeCloseTo(12_000, 6);
    expect(scalar(on, 'demand.served')).toBeCloseTo(6000, 6);
    expect(column(on, 'users.served')).toEqual(third([1, 1, 0], 3000));
  });

  it('anywhere: all share alike', () => {
    const on = served({ place: 'anywhere' });
    expect(scalar(on, 'demand.served')).toBeCloseTo(9000, 6);
    expect(column(on, 'users.served')[0]).toBeCloseTo(1.5, 12);
    expect(column(on, 'users.served')[8999]).toBeCloseTo(0.75, 12);
  });

  it('coverage in cells is that of the own region: where a third is covered customers leave', () => {
    const all = { covered: 'cells', place: 'local', reconsider: 1, coverageWeight: 50 };
    const on = started('demand.logit-choice', all, rows, { ...there, 'users.bias': 10 });
    overDays(named('demand.logit-choice'), on, 1, () => on.set('demand.unitPrice', 1));
    expect(column(on, 'users.status')).toEqual(third([1, 2, 1], 3000));
    expect(scalar(on, 'customers.coverage')).toBeCloseTo(4 / 9, 12);
  });

  it('coverage as capacity falls with it, and is never more than full', () => {
    const on = started('demand.logit-choice', {}, rows, there);
    const seen = [0.25, 3].map((factor, day) => {
      on.set('network.capacity', 9000 * factor);
      overDays(named('demand.logit-choice'), on, day + 1, () => on.set('demand.unitPrice', 1));
      return scalar(on, 'customers.coverage');
    });
    expect(seen).toEqual([0.25, 1]);
  });

  it('a network that began with nothing covers as soon as it has anything', () => {
    const on = started('demand.logit-choice', {}, rows, { ...there, 'network.capacity': 0 });
    on.set('network.capacity', 5);
    overDays(named('demand.logit-choice'), on, 1, () => on.set('demand.unitPrice', 1));
    expect(scalar(on, 'customers.coverage')).toBe(1);
  });
});

describe('contracts', () => {
  it('are signed and renewed as often as is said, for what they cover', () => {
    const id = 'demand.contracts';
    const given = { signing: 36.5, term: 30, renewal: 0.6 };
    const on = started(id, given, { users: many }, { 'users.bias': 40, 'users.demand': 1 });
    overDays(named(id), on, 1);
    expect(Math.abs(scalar(on, 'customers.count') / many - 0.1)).toBeLessThan(spread(0.1, many));
    const volumes = column(on, 'users.wanted').filter((wanted) => wanted > 0);
    expect(Math.abs(total(volumes) / volumes.length - 0.625)).toBeLessThan(0.02);
    const first = scalar(on, 'customers.count');
    overDays(named(id), on, 30);
    expect(scalar(on, 'flows.usersLeft')).toBe(0);
    overDays(named(id), on, 31);
    const gone = scalar(on, 'flows.usersLeft') / first;
    expect(Math.abs(gone - 0.4)).toBeLessThan(spread(0.4, first));
  });

  it('cover what is drawn for each, whoever a competitor has not won', () => {
    const id = 'demand.contracts';
    const there = { 'users.status': userStatus.onNetwork, 'users.joinedAt': -1, 'users.demand': 1 };
    const on = started(id, { signing: 0, term: 1, renewal: 1 }, { users: many }, there);
    overDays(named(id), on, 2, (tick) => on.set('shocks.poached', tick === 1 ? 0.5 : 0));
    const volumes = column(on, 'users.wanted').filter((wanted) => wanted > 0);
    expect(Math.abs(volumes.length / many - 0.5)).toBeLessThan(spread(0.5, many));
    expect(Math.abs(total(volumes) / volumes.length - 0.625)).toBeLessThan(0.02);
  });

  it('are signed anew by those who had left, and then renewed', () => {
    const id = 'demand.contracts';
    const on = started(id, { signing: 365, term: 1, renewal: 1 }, {}, { 'users.bias': 40 });
    const left = [1, 2, 3, 4].map((days) => {
      overDays(named(id), on, days, (tick) => on.set('shocks.poached', tick === 1 ? 1 : 0));
      return scalar(on, 'flows.usersLeft');
    });
    expect(left).toEqual([0, 10, 0, 0]);
  });

  it('hold for their term against a competitor, and half of whom it wins go then', () => {
    const id = 'demand.contracts';
    const there = { 'users.status': userStatus.onNetwork, 'users.joinedAt': -1 };
    const on = started(id, { signing: 0, term: 10, renewal: 1 }, { users: many }, there);
    overDays(named(id), on, 20, (tick) => on.set('shocks.poached', tick === 3 ? 0.5 : 0));
    expect(Math.abs(scalar(on, 'customers.count') / many - 0.5)).toBeLessThan(spread(0.5, many));
  });
});

describe('prepaid credits', () => {
  it('what was bought is what was used and what is left, whatever the lumps', () => {
    const id = 'settlement.prepaid-credits';
    const days = Array.from({ length: 10 }, (_, i) => 1 + 9 * i);
    const on = started(id, { onboardingFee: 0 }, {}, { 'users.topUpDays': days });
    let bought = 0;
    let used = 0;
    let quiet = 0;
    for (let tick = 0; tick < 1000; tick++) {
      const each = Array.from({ length: 10 }, (_, i) => (1 + i) * (1.5 + Math.sin(tick + i)));
      overDays(named(id), on, tick + 1, () => {
        on.set('users.served', each);
        on.set('demand.served', total(each));
        on.set('demand.unitPrice', 0.7);
      });
      const today = scalar(on, 'orders.burnUsd');
      bought += today;
      used += scalar(on, 'settlement.fees');
      if (today < scalar(on, 'settlement.fees') / 2) quiet += 1;
      expect(Math.min(...column(on, 'users.credit'))).toBeGreaterThanOrEqual(0);
    }
    expect(bought).toBeCloseTo(used + total(column(on, 'users.credit')), 6);
    expect(quiet).toBeGreaterThan(200);
  });
});
