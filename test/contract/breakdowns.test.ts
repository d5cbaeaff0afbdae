// What results say of regions, classes of hardware and cohorts: by hand in a small world, and against the totals of a run.
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble, breakdownsOf } from '../../sim-core/assemble.ts';
import type { BatchResult } from '../../sim-core/contract/run.ts';
import type { MechanismUse, ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { fold, simulate } from '../../sim-core/engine.ts';
import { run } from '../../sim-core/kernel/run.ts';
import { cells } from '../../sim-core/mechanisms/agents/cells.ts';
import { cohortAt, type Grouping, inGroups } from '../../sim-core/metrics/breakdowns/world-breakdown.ts';
import { breakdowns } from '../../sim-core/metrics/breakdowns.ts';
import { stage } from '../../sim-core/stage.ts';
import { recordedSpec, tradedSpec } from '../golden/specs.ts';

/** Ten providers in a world of three regions, two classes and the cohorts of two years. */
function world(values: Readonly<Record<string, number | readonly number[]>>) {
  const on = stage({ ...cells, rows: () => ({ providers: 10, regions: 3, classes: 2, cells: 6, users: 4 }) });
  for (const [path, value] of Object.entries(values)) on.set(path, value);
  return on;
}

const providers = {
  'providers.status': [2, 2, 2, 2, 3, 4, 4, 0, 1, 2],
  'providers.region': [0, 0, 1, 1, 0, 1, 0, 0, 2, 1],
  'providers.class': [0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
  'providers.joinedAt': [-9, 0, 364, 365, -1, 3, 400, 0, 0, 400],
  'providers.reward': [1, 2, 3, 4, 50, 50, 50, 50, 50, 5],
  'providers.fiat': [10, 20, 30, 40, 99, 99, 99, 99, 99, 50],
  'providers.profit': [1, -3, 5, 7, 99, 99, 99, 99, 99, 0],
  'providers.opex': [1, 1, 1, 2, 9, 9, 9, 9, 9, 3],
  'providers.hardwareFactor': [1, 2, 3, 4, 9, 9, 9, 9, 9, 5],
  'network.weight': 10,
  'market.price': 2,
  'shocks.cost': 2,
  'hardware.price': 6,
};

/** A quantity of the small world by group. */
function read(id: string, by: Grouping, values: Parameters<typeof world>[0] = providers): readonly number[] {
  const quantity = breakdowns.find((each) => each.id === id);
  const out = new Float64Array(3).fill(7);
  quantity?.read(world(values).view, by, out);
  return [...out];
}

describe('by hand', () => {
  it.each<[string, Grouping, readonly number[]]>([
    ['providers.active', 'region', [20, 30, 0]],
    ['providers.active', 'class', [20, 30, 0]],
    ['providers.active', 'cohort', [10, 20, 20]],
    ['providers.joined-so-far', 'region', [40, 40, 0]],
    ['providers.joined-so-far', 'cohort', [20, 30, 30]],
    ['providers.left-so-far', 'region', [10, 10, 0]],
    ['providers.left-so-far', 'class', [10, 10, 0]],
    ['providers.left-so-far', 'cohort', [0, 10, 10]],
    ['providers.reward-usd', 'region', [3, 8, Number.NaN]],
    ['providers.income', 'region', [18, 48, Number.NaN]],
    ['providers.profit', 'region', [-1, 4, Number.NaN]],
    ['providers.profit', 'class', [3, 4 / 3, Number.NaN]],
    ['providers.profit', 'cohort', [1, 1, 3.5]],
    ['providers.margin', 'region', [-2 / 2, 12 / 24, Number.NaN]],
    ['providers.in-profit', 'region', [1 / 2, 2 / 3, Number.NaN]],
    ['providers.payback-mean', 'region', [Number.NaN, 6 * (12 / 12), Number.NaN]],
    ['providers.payback-mean', 'class', [6 * (4 / 6), 6 * (11 / 4), Number.NaN]],
  ])('%s by %s', (id, by, expected) => {
    const got = read(id, by);
    const rounded = (values: readonly number[]) => values.map((value) => value.toFixed(9));
    expect(rounded(got)).toEqual(rounded(expected));
  });

  it('cells, customers and what they are given, by region', () => {
    const places = {
      'cells.region': [0, 0, 1, 1, 1, 2],
      'cells.occupants': [1, 5, 0, 2, 0, 0],
      'users.region': [2, 2, 0, 1],
      'users.status': [2, 2, 2, 1],
      'users.served': [3, 4, 5, 0],
    };
    expect(read('network.cells', 'region', places)).toEqual([2, 1, 0]);
    expect(read('users.active', 'region', places)).toEqual([1, 0, 2]);
    expect(read('demand.served', 'region', places)).toEqual([5, 0, 7]);
  });

  it('a cohort is a year of the run', () => {
    expect([-400, -1, 0, 364, 365, 729, 730].map(cohortAt)).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  it('a division into one group is not reported; cohorts are named to the end of the run', () => {
    const groups = (ticks: number, names: Parameters<typeof inGroups>[1]) =>
      inGroups(breakdowns[0] ?? expect.unreachable(), names, ticks).map((each) => [each.by, each.groups]);
    expect(groups(366, { regions: ['A'], classes: ['x', 'y'] })).toEqual([
      ['class', ['x', 'y']],
      ['cohort', ['before the start', 'year 1', 'year 2']],
    ]);
    expect(groups(365, {})).toEqual([['cohort', ['before the start', 'year 1']]]);
  });
});

describe('a run', () => {
  let spec: ScenarioSpec;
  let batch: BatchResult;
  beforeAll(async () => {
    spec = withClasses(await tradedSpec());
    batch = folded(spec);
  });

  /** Samples of a breakdown, a row each. */
  const rows = (id: string, by: string): readonly (readonly number[])[] => {
    const place = batch.breakdowns.findIndex((each) => each.id === id && each.by === by);
    const width = batch.breakdowns[place]?.groups.length ?? expect.unreachable();
    const samples = batch.seeds[0]?.breakdowns[place] ?? expect.unreachable();
    return batch.sampleTicks.map((_, s) => [...samples.subarray(s * width, (s + 1) * width)]);
  };
  const metric = (id: string): readonly number[] => {
    const column = batch.seeds[0]?.columns[batch.metrics.findIndex((each) => each.id === id)];
    return batch.sampleTicks.map((tick) => column?.[tick] ?? expect.unreachable());
  };
  const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

  it('names its groups and its samples', () => {
    expect(batch.sampleTicks).toEqual([29, 59, 89, 119]);
    const groupsOf = (by: string) => batch.breakdowns.find((each) => each.by === by)?.groups;
    expect(groupsOf('class')).toEqual(['lite', 'pro']);
    expect(groupsOf('cohort')).toEqual(['before the start', 'year 1']);
    expect(groupsOf('region')?.length).toBeGreaterThan(10);
    expect(batch.breakdowns.map(({ id }) => id)).not.toContain('users.active');
    expect(Object.keys(batch.breakdowns[0] ?? {})).not.toContain('read');
  });

  it.each(['region', 'class', 'cohort'])('groups by %s add up to the metrics of the day', (by) => {
    const active = rows('providers.active', by);
    expect(active.map(total)).toEqual(metric('providers.active'));
    // Nobody has gone back to being a prospect: who is there joined, and did not leave.
    const paused = metric('providers.paused');
    for (const [s, joined] of rows('providers.joined-so-far', by).entries()) {
      const left = total(rows('providers.left-so-far', by)[s] ?? []);
      expect(total(joined) - left).toBeCloseTo(total(active[s] ?? []) + (paused[s] ?? 0), 6);
    }
    for (const [s, shares] of rows('providers.in-profit', by).entries()) {
      const inProfit = total(shares.map((share, g) => (share || 0) * (active[s]?.[g] ?? 0)));
      expect(inProfit / total(active[s] ?? [])).toBeCloseTo(metric('providers.in-profit')[s] ?? 0, 9);
    }
  });

  it('better hardware earns more, and costs more', () => {
    const [lite = 0, pro = 0] = rows('providers.reward-usd', 'class').at(-1) ?? [];
    // Twice the capacity is twice the weight; spoofers and luck blur it.
    expect(pro / lite).toBeGreaterThan(1.7);
    expect(pro / lite).toBeLessThan(2.3);
    const [few = 0, many = 0] = rows('providers.active', 'class')[0] ?? [];
    expect(few / (few + many)).toBeGreaterThan(0.25);
    expect(few / (few + many)).toBeLessThan(0.35);
  });

  it('has the same samples after a checkpoint between them', () => {
    const ticks = simulate(spec, '1');
    let checkpoint: Uint8Array | undefined;
    for (let next = ticks.next(); !next.done && next.value.done <= 75; next = ticks.next())
      if (next.value.done === 75) checkpoint = next.value.checkpoint();
    expect(finish(simulate(spec, '1', checkpoint))).toEqual(batch.seeds[0]);
  });

  it('leaves every number as it was where all hardware is alike', async () => {
    const plain = await recordedSpec();
    const alike = { name: ['a', 'b'], share: [0.5, 0.5], capacity: [1, 1], price: [1, 1], power: [1, 1] };
    const [one, two] = [plain, withParameters(plain, { classes: alike })].map((each) =>
      finish(simulate(each, '1')),
    );
    expect(two?.columns).toEqual(one?.columns);
    const wordsOf = (each: ScenarioSpec) => breakdownsOf(each).map(({ by }) => by);
    expect(wordsOf(plain)).not.toContain('class');
  });

  it('is not changed by being sampled', () => {
    const { columns } = finish(run({ ...assemble(spec), breakdowns: [] }, { seed: '1', ticks: spec.ticks }));
    expect(columns).toEqual(batch.seeds[0]?.columns);
  });
});

function withParameters(spec: ScenarioSpec, given: MechanismUse['parameters']): ScenarioSpec {
  const mechanisms = spec.mechanisms.map((use) =>
    use.id === 'agents.providers' ? { ...use, parameters: { ...use.parameters, ...given } } : use,
  );
  return { ...spec, mechanisms };
}

const withClasses = (spec: ScenarioSpec): ScenarioSpec =>
  withParameters(spec, {
    classes: { name: ['lite', 'pro'], share: [0.3, 0.7], capacity: [1, 2], price: [1, 3], power: [1, 2] },
  });

function folded(spec: ScenarioSpec): BatchResult {
  return fold(spec, ['1'], [finish(simulate(spec, '1'))], []);
}

function finish(ticks: ReturnType<typeof simulate>) {
  for (let next = ticks.next(); ; next = ticks.next()) if (next.done) return next.value;
}
