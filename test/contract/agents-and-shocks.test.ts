import { describe, expect, it } from 'vitest';
import { status } from '../../sim-core/contract/vocabulary.ts';
import { runningToday } from '../../sim-core/kernel/provider-rows.ts';
import { numbers, started } from './started.ts';

describe('shocks', () => {
  it('random ones come at their rate: 2 a year in 20,000 days', () => {
    const on = started('shocks.price-crash', { when: 'random', rate: 2 }, {});
    let struck = 0;
    for (let tick = 0; tick < 20_000; tick++) {
      on.day(tick);
      if (on.value('shocks.crash') !== 0) struck += 1;
    }
    // 109 expected; four standard deviations of a Poisson count either way.
    expect(Math.abs(struck - (20_000 * 2) / 365)).toBeLessThan(4 * Math.sqrt(109));
  });

  it('without users the share of the largest is gone for good, once more with each strike', () => {
    const on = started('shocks.demand-loss', { after: 1, share: 0.5 }, { users: 0 });
    const demand = [0, 1, 2].map((tick) => {
      on.day(tick);
      return on.value('shocks.demand');
    });
    expect(demand).toEqual([1, 0.5, 0.5]);
  });

  it('without users a competitor takes demand a part a day, and it stays taken', () => {
    const on = started('shocks.competitor', { after: 0, duration: 2, share: 0.75 }, { users: 0 });
    const demand = [0, 1, 2].map((tick) => {
      on.day(tick);
      return on.value('shocks.demand');
    });
    expect(demand).toEqual([0.5, 0.25, 0.25]);
  });

  it.each(['shocks.regional-ban', 'shocks.fraud-wave'])(
    '%s names a region that is not there: says so',
    (id) => {
      expect(() => started(id, { region: 3 }, { regions: 2 })).toThrow(
        `${id}.region names region 3, but the scenario has 2 regions.`,
      );
    },
  );

  it('a ban holds in its region alone', () => {
    const on = started('shocks.regional-ban', { region: 2, after: 0 }, { regions: 3 });
    on.day(0);
    expect(on.value('regions.banned')).toEqual([0, 1, 0]);
  });

  it('a fraud wave turns the share that it says', () => {
    const on = started(
      'shocks.fraud-wave',
      { after: 0, share: 0.2 },
      { providers: 20_000 },
      { 'providers.status': status.active },
    );
    on.day(0);
    const turned = numbers(on.value('providers.spoofing')).filter((claim) => claim > 0).length;
    expect(Math.abs(turned - 4000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.2 * 0.8));
  });
});

describe('luck', () => {
  const drawn = (id: string, given: Record<string, unknown>, path: string, tick: number): string => {
    const on = started(id, given, { providers: 100 }, { 'providers.status': status.active });
    on.day(tick);
    return String(on.value(path));
  };

  it.each([
    ['shocks.fraud-wave', (tick: number) => ({ after: tick, share: 0.5 }), 'providers.spoofing'],
    ['verification.quality-score', () => ({ badHours: 0, moves: 365 }), 'providers.quality'],
    ['verification.quality-score', () => ({ badHours: 1, moves: 0 }), 'providers.quality'],
    [
      'verification.fraud-game',
      () => ({ enforcement: 0.5, routed: 0, payment: 5, stake: 5 }),
      'providers.strikes',
    ],
  ] as const)('of %s is new every day: %#', (id, given, path) => {
    expect(drawn(id, given(0), path, 0)).toBe(drawn(id, given(0), path, 0));
    expect(drawn(id, given(0), path, 0)).not.toBe(drawn(id, given(1), path, 1));
  });
});

it('providers stand in regions by their share', () => {
  const regions = {
    name: ['A', 'B', 'C'],
    share: [0.5, 0.3, 0.2],
    power_price: [0, 0, 0],
    import_markup: [0, 0, 0],
    extra_lead: [0, 0, 0],
  };
  const on = started('agents.providers', { rows: 20_000, regions }, {});
  const region = numbers(on.value('providers.region'));
  for (const [r, share] of regions.share.entries()) {
    const there = region.filter((where) => where === r).length;
    expect(Math.abs(there - 20_000 * share)).toBeLessThan(4 * Math.sqrt(20_000 * share * (1 - share)));
  }
});

describe('cells', () => {
  it('count who comes, goes, begins to cheat and gives it up', () => {
    const on = started('agents.cells', { cells: 4, target: 1 }, { providers: 4 });
    on.set('providers.cell', [0, 0, 1, 2]);
    const days = [
      { status: [2, 2, 2, 0], spoofing: [0, 0, 0, 0], occupants: [2, 1, 0, 0], coverage: 0.5 },
      { status: [2, 3, 2, 2], spoofing: [0, 0, 0, 0], occupants: [1, 1, 1, 0], coverage: 0.75 },
      { status: [2, 2, 2, 2], spoofing: [3, 0, 3, 0], occupants: [2, 1, 1, 0], coverage: 0.5 },
      { status: [2, 4, 4, 2], spoofing: [3, 0, 3, 0], occupants: [1, 0, 1, 0], coverage: 0.25 },
      { status: [2, 4, 2, 2], spoofing: [0, 0, 0, 0], occupants: [1, 1, 1, 0], coverage: 0.75 },
    ];
    for (const [tick, { status, spoofing, occupants, coverage }] of days.entries()) {
      on.set('providers.status', status);
      on.set('providers.spoofing', spoofing);
      on.day(tick);
      expect(on.value('cells.occupants')).toEqual(occupants);
      expect(on.value('customers.coverage')).toBe(coverage);
    }
  });

  const rows = { providers: 20_000, regions: 2 };
  const before = {
    'providers.region': Array.from({ length: 20_000 }, (_, i) => i % 2),
    'regions.share': [0.75, 0.25],
  };

  it('are divided among regions by their share, and providers stand in those of their own', () => {
    const on = started('agents.cells', { cells: 400 }, rows, before);
    const region = numbers(on.value('cells.region'));
    expect(region.filter((r) => r === 0)).toHaveLength(300);
    const cell = numbers(on.value('providers.cell'));
    expect(cell.every((c, i) => region[c] === i % 2)).toBe(true);
    expect(Math.max(...cell)).toBe(399);
  });

  it('crowding of 3 puts half of the providers into the first eighth', () => {
    const on = started(
      'agents.cells',
      { cells: 8000, crowding: 3 },
      { providers: 20_000 },
      { 'regions.share': 1 },
    );
    const crowded = numbers(on.value('providers.cell')).filter((c) => c < 1000).length;
    expect(Math.abs(crowded - 10_000)).toBeLessThan(4 * Math.sqrt(5000));
  });

  it('a region with hardly a share has a cell all the same', () => {
    const on = started(
      'agents.cells',
      { cells: 10 },
      { regions: 2 },
      { 'regions.share': [0.999, 0.001], 'providers.region': 1 },
    );
    expect(numbers(on.value('providers.cell')).every((c) => c === 9)).toBe(true);
  });
});

describe('supply', () => {
  it('has nothing more to say to who was put out since this morning', () => {
    const on = started(
      'supply.patient-exit',
      {},
      {},
      {
        'providers.status': status.active,
        'providers.shadowReward': 1,
        'providers.capacity': 5,
        'providers.patience': 90,
        'market.price': 1,
      },
    );
    expect(runningToday(on.view).count).toBe(10);
    const putOut = [4, 2, 2, 2, 2, 2, 2, 2, 2, 4];
    on.set('providers.status', putOut);
    on.day(0);
    expect(on.value('providers.status')).toEqual(putOut);
    expect(on.value('network.active')).toBe(8);
    expect(on.value('network.capacity')).toBe(40);
    expect(on.value('flows.left')).toBe(0);
  });
});
