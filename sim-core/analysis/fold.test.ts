import { expect, it } from 'vitest';
import type { Engine } from '../contract/engine.ts';
import type { SeedResult } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';
import { metrics } from '../metrics/index.ts';
import { verdicts } from '../metrics/verdicts.ts';
import { describe, fold as foldWith } from './fold.ts';
import { wilson } from './wilson.ts';

const fold = (...[of, seeds, results, failures]: Parameters<Engine['fold']>) =>
  foldWith({ metrics: metrics.map(describe), breakdowns: [], verdicts }, of, seeds, results, failures);

const spec: ScenarioSpec = { id: 'made-up', version: 1, startDay: 0, ticks: 400, mechanisms: [] };

/** A finished seed in which every metric is what `values` says on each day, otherwise 1. */
function seed(name: string, values: Readonly<Record<string, (day: number) => number>> = {}): SeedResult {
  const columns = metrics.map(({ id }) =>
    Float64Array.from({ length: spec.ticks }, (_, day) => values[id]?.(day) ?? 1),
  );
  return { seed: name, columns, breakdowns: [], digest: `sha256:${name}` };
}

const held = (...results: SeedResult[]): Record<string, number> =>
  Object.fromEntries(
    fold(
      spec,
      results.map((r) => r.seed),
      results,
      [],
    ).verdicts.map((v) => [v.id, v.held]),
  );

it('folds in the order of the seeds, whichever finished first', () => {
  const [a, b, c] = [seed('a'), seed('b'), seed('c')];
  const one = fold(spec, ['a', 'b', 'c'], [a, b, c], []);
  const other = fold(spec, ['a', 'b', 'c'], [c, a, b], []);
  expect(other.digest).toBe(one.digest);
  expect(other.seeds.map((s) => s.seed)).toEqual(['a', 'b', 'c']);
  expect(fold(spec, ['c', 'b', 'a'], [a, b, c], []).digest).not.toBe(one.digest);
});

it('judges over the seeds that finished, with an interval', () => {
  const failure = { seed: 'b', problem: { code: 'worker.died', message: 'It stopped.' } };
  const { verdicts, failures } = fold(spec, ['a', 'b'], [seed('a')], [failure]);
  expect(failures).toEqual([failure]);
  expect(verdicts[0]).toMatchObject({ of: 1 });
  expect(fold(spec, ['a'], [], []).verdicts).toEqual([]);
});

it('sustainable: paid by customers over rewards, in dollars, last 180 days only', () => {
  expect(held(seed('a')).sustainable).toBe(1);
  expect(held(seed('a', { 'demand.fees': (day) => (day < 220 ? 0 : 1) })).sustainable).toBe(1);
  expect(held(seed('a', { 'demand.fees': (day) => (day < 225 ? 0 : 1) })).sustainable).toBe(0);
  expect(held(seed('a', { 'providers.active': () => 2 })).sustainable).toBe(0);
});

it('growing: providers and demand above a year ago', () => {
  const rise = (day: number): number => day;
  expect(held(seed('a', { 'providers.active': rise, 'demand.fees': rise })).growing).toBe(1);
  expect(held(seed('a', { 'providers.active': rise })).growing).toBe(0);
});

it('paid fairly: median payback within 730 days on most of the last 90; no profit does not count', () => {
  expect(held(seed('a', { 'providers.payback': () => 730 }))['paid-fairly']).toBe(1);
  expect(held(seed('a', { 'providers.payback': (day) => (day >= 355 ? 731 : 1) }))['paid-fairly']).toBe(0);
  expect(held(seed('a', { 'providers.payback': () => Number.NaN }))['paid-fairly']).toBe(0);
});

it('no death spiral: price and providers do not fall together within 90 days', () => {
  const fall = (to: number) => (day: number) => (day < 200 ? 1 : to);
  expect(
    held(seed('a', { 'market.price': fall(0.2), 'providers.active': fall(0.5) }))['no-death-spiral'],
  ).toBe(0);
  expect(
    held(seed('a', { 'market.price': fall(0.21), 'providers.active': fall(0.5) }))['no-death-spiral'],
  ).toBe(1);
  expect(
    held(seed('a', { 'market.price': fall(0.2), 'providers.active': fall(0.51) }))['no-death-spiral'],
  ).toBe(1);
});

it('solvent: a year of runway, or nothing spent; 0.95 of collateral', () => {
  expect(held(seed('a', { 'treasury.runway': () => 364 })).solvent).toBe(0);
  expect(held(seed('a', { 'treasury.runway': () => 365, 'vault.ratio': () => 0.95 })).solvent).toBe(1);
  expect(held(seed('a', { 'treasury.runway': () => Number.NaN, 'vault.ratio': () => 0.94 })).solvent).toBe(0);
  expect(held(seed('a', { 'treasury.runway': () => Number.NaN })).solvent).toBe(1);
});

it('decentralised: ten units for half of the rewards, and an HHI under 0.15', () => {
  const spread = { 'rewards.nakamoto': () => 10, 'rewards.hhi': () => 0.14 };
  expect(held(seed('a', spread)).decentralised).toBe(1);
  expect(held(seed('a', { ...spread, 'rewards.nakamoto': () => 9 })).decentralised).toBe(0);
  expect(held(seed('a', { ...spread, 'rewards.hhi': () => 0.15 })).decentralised).toBe(0);
});

it('cheaper: cost with subsidy under the price of the incumbent on most of the last 90 days', () => {
  expect(held(seed('a', { 'cost.with-subsidy': () => 0.9 })).cheaper).toBe(1);
  expect(held(seed('a')).cheaper).toBe(0);
  expect(held(seed('a', { 'cost.with-subsidy': (day) => (day < 355 ? 0.9 : 1.1) })).cheaper).toBe(0);
  expect(held(seed('a', { 'cost.with-subsidy': () => Number.NaN })).cheaper).toBe(0);
});

it('asks only what the metrics of a scenario can answer', () => {
  const few = metrics.filter(({ id }) => id === 'market.price' || id === 'providers.active');
  const result = {
    seed: 'a',
    columns: few.map(() => new Float64Array(400).fill(1)),
    breakdowns: [],
    digest: 'sha256:a',
  };
  expect(
    foldWith({ metrics: few, breakdowns: [], verdicts }, spec, ['a'], [result], []).verdicts.map((v) => v.id),
  ).toEqual(['no-death-spiral']);
});

it('asks of a run only what it is long enough for', () => {
  expect(fold({ ...spec, ticks: 100 }, ['a'], [seed('a')], []).verdicts.map((v) => v.id)).toEqual([
    'solvent',
    'decentralised',
    'paid-fairly',
    'cheaper',
    'no-death-spiral',
  ]);
});

it.each([
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
])('Wilson: %d of %d is %f to %f', (h, of, low, high) => {
  expect(wilson(h, of).low).toBeCloseTo(low, 4);
  expect(wilson(h, of).high).toBeCloseTo(high, 4);
});
