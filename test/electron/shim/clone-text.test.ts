import { expect, it } from 'vitest';
import { fromCloneText, toCloneText } from './clone-text.ts';

it('carries what a structured clone carries', () => {
  const shared = { n: 1 };
  const value = {
    plain: ['text', 1.5, true, null],
    odd: [undefined, Number.NaN, Number.NEGATIVE_INFINITY, -0, 2n ** 70n],
    date: new Date(86_400_000),
    map: new Map<unknown, unknown>([[shared, new Set([shared])]]),
    columns: [new Float64Array([1, Number.NaN]), new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
    buffer: new Uint8Array([255, 0]).buffer,
    error: new Error('broken'),
  };
  expect(fromCloneText(toCloneText(value))).toEqual(value);
});

it('keeps cycles, and what is one stays one', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const carried = fromCloneText(toCloneText({ cycle, again: cycle }));
  expect(carried).toMatchObject({ cycle: { self: { self: {} } } });
  const { cycle: first, again } = Object(carried);
  expect(first.self).toBe(first);
  expect(again).toBe(first);
});

it('refuses a function', () => {
  expect(() => toCloneText({ call: () => {} })).toThrow(/could not be cloned/);
});
