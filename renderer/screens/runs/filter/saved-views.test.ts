import { expect, it } from 'vitest';
import { readViews, withView, writeViews } from './saved-views.ts';

it('keeps views, each name once, and drops what is no view', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(readViews(storage)).toEqual([]);
  const first = { name: 'a', filter: 'is:changed', sort: { id: 'seeds', desc: true } };
  const views = withView(withView([first], { name: 'b', filter: '' }), { name: 'a', filter: 'x' });
  expect(views.map(({ name, filter }) => [name, filter])).toEqual([
    ['b', ''],
    ['a', 'x'],
  ]);
  writeViews(storage, [first]);
  expect(readViews(storage)).toEqual([first]);
  storage.setItem([...kept.keys()][0] ?? '', '[1,{"name":2},{"name":"c","filter":""}]');
  expect(readViews(storage)).toEqual([{ name: 'c', filter: '' }]);
});
