import { expect, it } from 'vitest';
import { movedDay } from './moved-day.ts';

const events = [
  { tick: 40, kind: 'shock', text: 'Outage' },
  { tick: 99, kind: 'note', text: 'Here' },
] as const;
const move = (key: string, at: number, shiftKey = false) => movedDay({ key, shiftKey }, at, 100, events);

it.each([
  ['ArrowRight', 50, 51],
  ['ArrowLeft', 50, 49],
  ['ArrowLeft', 0, 0],
  ['PageUp', 50, 80],
  ['PageUp', 90, 100],
  ['PageDown', 50, 20],
  ['Home', 50, 0],
  ['End', 50, 100],
  [']', 50, 99],
  ['[', 50, 40],
  ['[', 40, 40],
  ['x', 50, undefined],
])('%s on day %d goes to %s', (key, at, to) => {
  expect(move(key, at)).toBe(to);
});

it('goes a month with Shift', () => {
  expect(move('ArrowRight', 50, true)).toBe(80);
});
