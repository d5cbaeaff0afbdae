// Who holds what, and the network beside a centralised build: metrics in a small world, and mechanisms that refuse.
import { describe, expect, it } from 'vitest';
import { cells } from '../../sim-core/mechanisms/agents/cells.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { metrics } from '../../sim-core/metrics/index.ts';
import { alone, stage } from '../../sim-core/stage.ts';
import { run, specOf } from './scenario-run.ts';
import { started } from './started.ts';

/** A metric of a world of ten providers. */
function read(id: string, values: Readonly<Record<string, number | readonly number[]>>): number {
  const on = stage(cells);
  for (const [path, value] of Object.entries(values)) on.set(path, value);
  const metric = metrics.find((each) => each.id === id);
  return metric?.read(on.view) ?? expect.unreachable();
}

describe('holders', () => {
  const tokens = {
    'providers.status': [2, 2, 3, 2, 4, 4, 0, 0, 0, 1],
    'providers.held': [10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    'providers.pledged': [0, 10, 0, 0, 0, 0, 0, 0, 0, 0],
    'providers.staked': [0, 0, 10, 0, 0, 0, 0, 0, 0, 0],
    'providers.vesting': [0, 0, 0, 0, 10, 0, 0, 0, 0, 0],
    'network.weight': 1,
    'ledger.providers': 10,
    'ledger.pledged': 10,
    'ledger.vesting': 10,
    'ledger.staked': 10,
    'ledger.traders': 40,
    'ledger.insiders': 15,
    'ledger.locked': 5,
  };

  it('are those who run or have any, with all that is theirs', () => {
    // Four have 10 each, one that runs has none; who left without any, prospects and who waits for hardware do not count.
    expect(read('holders.hhi', tokens)).toBeCloseTo(1 / 4, 9);
    expect(read('holders.gini', tokens)).toBeCloseTo(1 / 5, 2);
    expect(read('holders.nakamoto', tokens)).toBe(3);
  });

  it('count team and investors where a scenario says how many they are', () => {
    const known = { ...tokens, 'holders.insiders': 2 };
    expect(read('holders.hhi', known)).toBeCloseTo(1 / 6, 9);
    expect(read('holders.measured', tokens)).toBeCloseTo(0.3, 12);
    expect(read('holders.measured', known)).toBeCloseTo(0.5, 12);
  });

  it('stake apart from what they hold; votes are both', () => {
    expect(read('stakes.hhi', tokens)).toBeCloseTo(1 / 2, 9);
    expect(read('votes.hhi', tokens)).toBeCloseTo(1 / 3, 9);
    expect(read('votes.per-stake', { ...tokens, 'staking.votes': 70 })).toBe(7);
    expect(read('votes.per-stake', { 'staking.votes': 70 })).toBeNaN();
  });
});

it('offers are no share of tokens where none circulates', () => {
  const offered = { 'orders.sellTokens': 5, 'ledger.locked': 100 };
  expect(read('market.sell-pressure', offered)).toBeNaN();
  expect(read('market.sell-pressure', { ...offered, 'ledger.insiders': 50 })).toBe(0.1);
});

it.each(metrics)('$id is a number where there is nothing yet, or says when it is none', ({ read, gaps }) => {
  const value = read(stage(cells).view);
  if (gaps === undefined || !Number.isNaN(value)) expect(Number.isFinite(value)).toBe(true);
});

describe('resilience', () => {
  const network = {
    'providers.status': [2, 2, 2, 2, 3, 2, 0, 0, 0, 0],
    'providers.capacity': [1, 2, 3, 4, 50, 50, 50, 50, 50, 50],
    'providers.spoofing': [0, 0, 0, 0, 0, 3, 0, 0, 0, 0],
    'network.weight': 2,
    'network.capacity': 20,
    'demand.served': 16,
  };

  it('loses the largest honest unit that runs, or the largest region', () => {
    expect(read('resilience.without-largest-operator', network)).toBeCloseTo(1, 12);
    expect(read('resilience.without-largest-operator', { ...network, 'demand.served': 20 })).toBeCloseTo(
      0.8,
      12,
    );
    expect(read('resilience.without-largest-region', network)).toBe(0);
    expect(read('resilience.without-largest-operator', { ...network, 'demand.served': 0 })).toBeNaN();
  });
});

describe('the lead over a centralised build', () => {
  it.each([
    [-1, -1, Number.NaN],
    [100, -1, 400],
    [-1, 200, -300],
    [100, 350, 250],
    [350, 100, -250],
  ])('network on day %i, builder on day %i: %d days', (network, builder, days) => {
    const on = stage(cells);
    on.state.clock.tick = 500;
    on.set('centralBuild.networkReached', network);
    on.set('centralBuild.builderReached', builder);
    const of = (id: string) => metrics.find((each) => each.id === id)?.read(on.view);
    expect(of('coverage.time-lead')).toEqual(days);
    expect(of('coverage.network-day')).toEqual(network < 0 ? Number.NaN : network);
    expect(of('coverage.centralised-day')).toEqual(builder < 0 ? Number.NaN : builder);
  });
});

describe('a whole run with cells, a builder and people', async () => {
  const spec = await specOf('scenarios/wireless-burn-mint', 'scenario.yaml', {
    'agents.providers': { rows: 1000, weight: 370, activeAtStart: 0.3 },
  });
  const names = spec.mechanisms.find(({ id }) => id === 'agents.providers')?.parameters.regions;
  const people = typeof names === 'object' && 'name' in names ? names.name.map((_, i) => 1e6 * (i + 1)) : [];
  const agents = [
    {
      id: 'agents.cells',
      version: 1,
      slot: 'agents' as const,
      parameters: { cells: 300, target: 0.5, crowding: 2 },
    },
    {
      id: 'agents.central-build',
      version: 1,
      slot: 'agents' as const,
      parameters: { costMultiple: 2.9, planning: 100, pace: 1, goal: 0.8 },
    },
    {
      id: 'agents.population',
      version: 1,
      slot: 'agents' as const,
      parameters: { regions: { name: people.map(String), population: people } },
    },
  ];
  const of = run({ ...spec, ticks: 400, mechanisms: [...spec.mechanisms, ...agents] }, '1');

  it('the builder waits, builds at its pace to the target, and gets what providers paid', () => {
    const coverage = of('coverage.centralised');
    expect(coverage[99]).toBe(0);
    expect(coverage[100]).toBeCloseTo(1 / 365, 9);
    expect(coverage[100 + 292]).toBeGreaterThan(0.8);
    const day = of('coverage.centralised-day')[399] ?? Number.NaN;
    expect(coverage[day]).toBeGreaterThanOrEqual(0.8);
    expect(coverage[day - 1]).toBeLessThan(0.8);
    // 300 rows of 370 units at some 350 USD, tariffs and resellers on top.
    const capex = of('coverage.capex');
    expect(capex[0]).toBeGreaterThan(300 * 370 * 350 * 0.9);
    expect(capex[0]).toBeLessThan(300 * 370 * 350 * 1.3);
    const joined = of('providers.joined');
    for (const tick of [1, 50, 399])
      expect((capex[tick] ?? 0) > (capex[tick - 1] ?? 0)).toBe((joined[tick - 1] ?? 0) > 0);
  });

  it('every region with a provider counts with its people', () => {
    const all = people.reduce((a, b) => a + b, 0);
    for (const [tick, active] of of('network.regions').entries())
      if (active === people.length) expect(of('network.people')[tick]).toBe(all);
    expect(of('network.regions')[0]).toBe(people.length);
  });
});

describe('classes of hardware', () => {
  const region = { name: ['A'], share: [1], power_price: [0], import_markup: [0], extra_lead: [0] };
  const classes = (share: readonly number[]) => ({
    name: share.map(String),
    share,
    capacity: share,
    price: share,
    power: share,
  });

  it.each([
    [2, 0.45, 'The shares of the classes sum to 0.9.'],
    [0, 0, 'The shares of the classes sum to 0.'],
    [257, 1 / 257, 'There are 257 classes.'],
  ])('are refused: %i of %d each', (count, share, message) => {
    const shares = Array.from({ length: count }, () => share);
    const on = stage(cells).parameters;
    const given = { ...on, regions: region, classes: classes(shares) };
    const mechanism = mechanisms.find(({ id }) => id === 'agents.providers');
    expect(mechanism?.refuses?.(given, alone)).toMatchObject({ parameter: 'classes', message });
  });

  it('that a multiplier names have to be there', () => {
    const given = { classes: { class: [3], multiplier: [2] } };
    expect(() => started('reward.multipliers', given, { providers: 10, regions: 1 })).not.toThrow();
    expect(() =>
      started(
        'reward.multipliers',
        { classes: { class: [11], multiplier: [2] } },
        { providers: 10, regions: 1 },
      ),
    ).toThrow('names class 11, but the scenario has 10 classes');
  });
});

it('people of another number of regions are refused', () => {
  const given = { regions: { name: ['A', 'B'], population: [1, 2] } };
  expect(() => started('agents.population', given, { regions: 3 })).toThrow(
    'has 2 rows, but the scenario has 3 regions',
  );
});
