import { expect, it } from 'vitest';
import type { Declaration } from './declaration.ts';
import { trace } from './trace.ts';

const declared = (more: Partial<Declaration>): Declaration => ({
  columns: { region: 'u8', weight: 'f64' },
  row: ({ number, lookup }) => ({ sum: { all: number(1), by: lookup('factor', 'region') } }),
  ...more,
});

it.each<[string, Partial<Declaration>]>([
  ['f32 is no type of a table', { tables: { factor: 'f32' } }],
  ['a table with the name of a column', { tables: { factor: 'f64', weight: 'f64' } }],
  ['an agent that is no whole number', { tables: { factor: 'f64' }, agent: 'weight' }],
  [
    'a place that is no whole number',
    { tables: { factor: 'f64' }, row: ({ lookup }) => ({ sum: { by: lookup('factor', 'weight') } }) },
  ],
])('refuses what vectors would read otherwise: %s', (_, more) => {
  expect(() => trace(declared(more))).toThrow(TypeError);
});

it('takes the same with types that it reads', () => {
  expect(trace(declared({ tables: { factor: 'u8' }, agent: 'region' })).sums).toHaveLength(2);
});
