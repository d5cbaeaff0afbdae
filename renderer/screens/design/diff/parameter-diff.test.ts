import { expect, it } from 'vitest';
import type { ParameterView } from '../../../../main/api/scenarios/scenarios-api.ts';
import { parameterDiff } from './parameter-diff.ts';

const parameter = (path: string, value: number): ParameterView => ({
  ...{ path, label: path, unit: 'day', why: '', value, shown: `${value} day` },
  origin: { kind: 'assumption', because: 'Set by hand.' },
});

it('tells what changed and by how much, what is new and what is gone', () => {
  const found = parameterDiff(
    [parameter('a.same', 1), parameter('a.halved', 24), parameter('a.zero', 0), parameter('a.gone', 3)],
    [parameter('a.same', 1), parameter('a.halved', 12), parameter('a.zero', 5), parameter('a.new', 7)],
  );
  expect(found).toMatchObject([
    { path: 'a.halved', before: '24 day', after: '12 day', change: -0.5 },
    { path: 'a.zero', before: '0 day', after: '5 day' },
    { path: 'a.new', after: '7 day' },
    { path: 'a.gone', before: '3 day' },
  ]);
  expect(found.map(({ change }) => change)).toEqual([-0.5, undefined, undefined, undefined]);
});
