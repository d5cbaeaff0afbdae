import { expect, it } from 'vitest';
import { createKeptSets } from './kept-set.ts';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    ...{ length: 0, clear() {}, key: () => null },
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it('keeps a set for each scenario, over the life of a page', () => {
  const there = storage();
  const locks = createKeptSets(there, 'locks');
  locks.toggle('a', 'x.y');
  locks.toggle('a', 'x.z');
  locks.toggle('b', 'x.y');
  locks.toggle('a', 'x.y');
  const again = createKeptSets(there, 'locks');
  expect([...again.of('a')]).toEqual(['x.z']);
  expect([...again.of('b')]).toEqual(['x.y']);
  expect(again.of('c').size).toBe(0);
  expect(again.of('a')).toBe(again.of('a'));
});

it('tells when a set changes, and leaves nothing behind for an empty one', () => {
  const there = storage();
  const locks = createKeptSets(there, 'locks');
  let told = 0;
  locks.all.subscribe(() => {
    told += 1;
  });
  locks.toggle('a', 'x');
  locks.toggle('a', 'x');
  expect(told).toBe(2);
  expect(there.getItem('locks:a')).toBeNull();
});
