import { expect, it } from 'vitest';
import { createSettings, readSettings, usualSettings, workersOf } from './settings.ts';

it('takes what makes sense of what was kept, and the usual for the rest', () => {
  expect(readSettings(null)).toEqual(usualSettings);
  expect(readSettings('{broken')).toEqual(usualSettings);
  expect(readSettings('"text"')).toEqual(usualSettings);
  expect(readSettings('{"workers":-3,"numbers":"roman","keepRuns":"no","engines":7}')).toEqual(usualSettings);
  expect(readSettings('{"engines":"/old"}')).toEqual({ ...usualSettings, engines: '/old' });
  expect(readSettings('{"workers":3,"numbers":"grouped","keepRuns":false}')).toEqual({
    ...usualSettings,
    ...{ workers: 3, numbers: 'grouped', keepRuns: false },
  });
});

it('keeps what is set', () => {
  const kept = new Map<string, string>();
  const storage: Storage = {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  createSettings(storage).set({ ...usualSettings, workers: 2 });
  expect(createSettings(storage).get().workers).toBe(2);
  expect([workersOf({ ...usualSettings, workers: 2 }, 8), workersOf(usualSettings, 8)]).toEqual([2, 8]);
});
