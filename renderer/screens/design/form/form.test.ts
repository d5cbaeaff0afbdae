import { describe, expect, it } from 'vitest';
import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import type { ParameterView } from '../../../../main/api/scenarios/scenarios-api.ts';
import type { Distribution } from '../../../../sim-core/contract/parameter.ts';
import { checkNumber } from './check-number.ts';
import { density } from './density.ts';
import { formGroups, searchGroups } from './form-groups.ts';
import { rangePosition } from './range-position.ts';
import { reshape, shapes } from './reshape.ts';
import { sameRows } from './same-rows.ts';
import { stepFor, stepNumber } from './step-number.ts';
import { writeValue } from './write-value.ts';

describe('a typed number', () => {
  const limits = { min: 10, max: 5_000_000, unit: 'row', integer: true, why: 'More rows: less chance.' };
  it.each([
    ['20', 20],
    [' 10,000 ', 10_000],
    ['1 000 000', 1_000_000],
    ['2e3', 2000],
  ])('%j is %d', (typed, value) => {
    expect(checkNumber(typed, limits)).toEqual({ ok: true, value });
  });
  it.each([
    ['', 'A number is needed: 10 to 5,000,000 rows. More rows: less chance.'],
    ['ten', 'That is no number. 10 to 5,000,000 rows. More rows: less chance.'],
    ['9', 'Allowed: 10 to 5,000,000 rows. More rows: less chance.'],
    ['10.5', 'A whole number is needed: 10 to 5,000,000 rows. More rows: less chance.'],
    ['1,5', 'That is no number. 10 to 5,000,000 rows. More rows: less chance.'],
  ])('%j is refused with range and reason', (typed, because) => {
    expect(checkNumber(typed, limits)).toEqual({ ok: false, because });
  });
});

describe('steps', () => {
  it('leave no dust and stay in the range', () => {
    const by = { min: 0, max: 1, step: 0.1 };
    expect(stepNumber(0.1, 2, by)).toBe(0.3);
    expect(stepNumber(0.95, 10, by)).toBe(1);
    expect(stepNumber(0.05, -1, by)).toBe(0);
  });
  it.each([
    [365, 0, 3650, 10],
    [0.08, 0, 1, 0.002],
    [0, 0, 1, 0.01],
    [0, 0, 0, 1],
  ])('for %d of %d to %d are %d', (value, min, max, step) => {
    expect(stepFor(value, min, max)).toBe(step);
  });
});

it('a place in the range is linear where the range is narrow, and not where it is wide', () => {
  expect(rangePosition(0.25, 0, 1)).toBe(0.25);
  expect(rangePosition(2, 0, 1)).toBe(1);
  const wide = rangePosition(60_000_000, 0, 1e12);
  expect(wide).toBeGreaterThan(0.2);
  expect(wide).toBeLessThan(0.8);
});

describe('distributions', () => {
  const all: readonly Distribution[] = [
    { kind: 'fixed', value: 5 },
    { kind: 'uniform', min: 1, max: 9 },
    { kind: 'triangular', min: 1, mode: 4, max: 9 },
    { kind: 'normal', mean: 5, sd: 1 },
    { kind: 'lognormal', median: 5, sigma: 0.4 },
    { kind: 'empirical', values: [1, 5, 5, 9] },
  ];
  it.each(all)('%j can become every other shape inside its range', (given) => {
    for (const { value: shape } of shapes) {
      const next = reshape(given, shape, 0, 10);
      expect(next.kind).toBe(shape);
      const { from, to, points } = density(next, 0, 10);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(10);
      expect(Math.max(...points.map(({ y }) => y))).toBe(1);
      for (const { y } of points) expect(y).toBeGreaterThanOrEqual(0);
    }
  });
  it('keep their numbers where the shape stays', () => {
    for (const given of all) expect(reshape(given, given.kind, 0, 10)).toBe(given);
  });
  it('a lognormal is highest below its median', () => {
    const { points } = density({ kind: 'lognormal', median: 5, sigma: 0.8 }, 0, 1000);
    const top = points.reduce((best, point) => (point.y > best.y ? point : best));
    expect(top.x).toBeLessThan(5);
  });
});

it.each([
  [
    { kind: 'lognormal', median: 5, sigma: 0.4 } as const,
    'distribution',
    '{ lognormal: { median: 5, sigma: 0.4 } }',
  ],
  [{ kind: 'fixed', value: 3 } as const, 'distribution', '3'],
  [{ kind: 'empirical', values: [1, 2] } as const, 'distribution', '{ empirical: [1, 2] }'],
  [19_471, 'date', '2023-04-24'],
  [19_471, 'number', '19471'],
  ['once', 'choice', 'once'],
  [{ days: [0, 1], values: [3, 4] }, 'series', '{ 1970-01-01: 3, 1970-01-02: 4 }'],
  [{ share: [1] }, 'table', undefined],
])('%j as %s is written %s', (value, kind, written) => {
  expect(writeValue(value, kind)).toBe(written);
});

describe('the groups of the form', () => {
  const declared = {
    kind: 'number',
    label: 'Period',
    unit: 'month',
    why: 'How often.',
    min: 1,
    max: 9,
    default: 2,
    step: 1,
  } as const;
  const mechanism: MechanismView = {
    ...{ id: 'emission.halving', version: 1, slot: 'emission', title: 'Halving', summary: '', sources: [] },
    ...{ needs: [], reads: [], writes: [], invariants: [], own: false },
    parameters: { period: declared },
  };
  const parameter = (value: number): ParameterView => ({
    ...{
      path: 'emission.halving.period',
      label: 'Period',
      unit: 'month',
      why: 'How often.',
      value,
      shown: `${value} month`,
    },
    origin: { kind: 'assumption', because: 'x' },
  });
  it('say what differs from the base', () => {
    const rows = (base: readonly ParameterView[]) =>
      formGroups([parameter(3)], base, [mechanism])[0]?.rows.map(({ changed, base: was }) => [
        changed,
        was?.value,
      ]);
    expect(rows([parameter(3)])).toEqual([[false, 3]]);
    expect(rows([parameter(2)])).toEqual([[true, 2]]);
    expect(rows([])).toEqual([[true, undefined]]);
  });
  it('are found by words of any of their texts', () => {
    const groups = formGroups([parameter(3)], [], [mechanism]);
    expect(searchGroups(groups, 'halv OFTEN')).toHaveLength(1);
    expect(searchGroups(groups, 'halv rarely')).toHaveLength(0);
    expect(searchGroups(groups, ' ')).toBe(groups);
  });
});

it('rows that say the same stay the same objects', () => {
  const declared = {
    kind: 'number',
    label: 'P',
    unit: 'day',
    why: '',
    min: 0,
    max: 9,
    default: 2,
    step: 1,
  } as const;
  const row = (path: string, value: number) => ({
    ...{ path, label: 'P', unit: 'day', why: '', value, shown: `${value} day`, declared, changed: false },
  });
  const group = (id: string, values: readonly number[]) => ({
    ...{ id, title: id, summary: '', rows: values.map((value, index) => row(`${id}.${index}`, value)) },
  });
  const before = [group('a', [1, 2]), group('b', [3])];
  const after = sameRows(before, [group('a', [1, 5]), group('b', [3])]);
  expect(after[1]).toBe(before[1]);
  expect(after[0]?.rows[0]).toBe(before[0]?.rows[0]);
  expect(after[0]?.rows[1]?.value).toBe(5);
  const [table] = before[1]?.rows ?? [];
  const edited = { ...group('b', []), rows: [{ ...row('b.0', 4), shown: table?.shown ?? '' }] };
  expect(sameRows(before, [edited])[0]?.rows[0]?.value).toBe(4);
});
