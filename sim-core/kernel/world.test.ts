import { setFlagsFromString } from 'node:v8';
import { expect, it } from 'vitest';
import { WorldState } from './world.ts';

// What V8 alone knows: the hidden class of an object, and whether it has become a slow one.
setFlagsFromString('--allow-natives-syntax');
const sameLayout = new Function('one', 'other', 'return %HaveSameMap(one, other)');
const isFast = new Function('object', 'return %HasFastProperties(object)');
setFlagsFromString('--no-allow-natives-syntax');

const columns = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`column${i}`, 'f64' as const]));
const world = () =>
  new WorldState(
    { agents: { rows: 5, columns } },
    { market: { price: 0, volume: 0, weight: 1.5 }, demand: { units: 3 } },
    { treasury: 7 },
  );

it('gives the worlds of every run one layout, so that what is compiled for one run serves the next', () => {
  // As many as it takes V8 to look closer at the code that makes them.
  const worlds = Array.from({ length: 100 }, (_, seed) => {
    const each = world();
    // A run changes a whole number into a fraction sooner or later.
    for (const record of Object.values(each.records))
      for (const name in record) record[name] = (seed + 1) / 3;
    return each;
  });
  const [first, ...others] = worlds.map(({ view }) => view);
  for (const view of others) {
    expect(sameLayout(first, view)).toBe(true);
    for (const name of ['agents', 'market', 'demand']) {
      expect(sameLayout(first?.[name], view[name])).toBe(true);
      expect(isFast(view[name])).toBe(true);
    }
  }
});

it('begins with the values that were declared', () => {
  const { view, records } = world();
  expect(records).toEqual({ market: { price: 0, volume: 0, weight: 1.5 }, demand: { units: 3 } });
  expect(view).toMatchObject({
    agents: { count: 5, column0: new Float64Array(5) },
    clock: { tick: 0, day: 0 },
  });
});
