import { expect, it } from 'vitest';
import { createMemory } from './create-memory.ts';

it('makes a thing once for all who ask, and anew where it could not be made', async () => {
  const memory = createMemory<number>();
  let made = 0;
  const make = async (): Promise<number> => {
    made += 1;
    if (made === 1) throw new Error('not yet');
    return made;
  };
  await expect(Promise.all([memory('a', make), memory('a', make)])).rejects.toThrow('not yet');
  expect(await Promise.all([memory('a', make), memory('a', make)])).toEqual([2, 2]);
  expect(await memory('b', make)).toBe(3);
});
