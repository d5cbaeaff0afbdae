import { expect, it } from 'vitest';
import { createNotes } from './notes.ts';

function storageOf(first: string | null): Storage {
  const kept = new Map(first === null ? [] : [['studio.notes', first]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

it('keeps one note a day for each scenario, and forgets what is emptied', () => {
  const storage = storageOf(null);
  const notes = createNotes(storage);
  notes.write('a', 20, ' why? ');
  notes.write('a', 10, 'here');
  notes.write('b', 10, 'there');
  notes.write('a', 20, 'because');
  const again = createNotes(storage).all.get();
  expect(again.get('a')?.map(({ tick, text }) => [tick, text])).toEqual([
    [10, 'here'],
    [20, 'because'],
  ]);
  notes.write('b', 10, ' ');
  expect(createNotes(storage).all.get().has('b')).toBe(false);
});

it.each(['{', '[]', '{"a": 3}', '{"a": [{"tick": "x"}]}'])('begins anew where %s was kept', (text) => {
  expect([...createNotes(storageOf(text)).all.get().values()].flat()).toEqual([]);
});
