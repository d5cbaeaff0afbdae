import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Changes } from './changes.ts';
import { blockRows } from './sum.ts';

const bytes = fc.nat(255);

it('lists the rows in which two columns differ, block by block, to the last row', () => {
  const changes = new Changes();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 * blockRows + 3 }),
      fc.array(fc.tuple(fc.nat(2 * blockRows + 2), bytes), { maxLength: 50 }),
      (length, written) => {
        const [now, seen] = [new Uint8Array(length).fill(7), new Uint8Array(length).fill(7)];
        for (const [row, byte] of [...written, [length - 1, 128] as const]) if (row < length) now[row] = byte;
        const { rows, ends, count } = changes.find(now, seen);
        const found = Array.from(ends, (end, block) => Array.from(rows.subarray(block * blockRows, end)));
        const expected = [...now.keys()].filter((i) => now[i] !== 7);
        expect(found.flat()).toEqual(expected);
        expect(found.map((of) => of.every((row, k) => row >= (of[k - 1] ?? 0)))).not.toContain(false);
        for (const [block, of] of found.entries())
          expect(of.every((row) => (row - (row % blockRows)) / blockRows === block)).toBe(true);
        expect(count).toBe(expected.length);
      },
    ),
    { numRuns: 50 },
  );
});

it('finds what was changed in place, and nothing where nothing was', () => {
  const changes = new Changes();
  const [now, seen] = [new Uint8Array(10), new Uint8Array(10)];
  expect(changes.find(now, seen).count).toBe(0);
  now[9] = 1;
  expect(changes.find(now, seen).rows[0]).toBe(9);
  seen[9] = 1;
  expect(changes.find(now, seen).count).toBe(0);
});
