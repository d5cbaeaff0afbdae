import { expect, it } from 'vitest';
import { readSeedFile, seedFile } from './seed-file.ts';

const key = { engineId: 'sha256:e', specDigest: 'sha256:s', seed: 'sieben-7' };
const result = {
  seed: 'sieben-7',
  digest: 'sha256:d',
  columns: [Float64Array.of(1, -0, Number.NaN), Float64Array.of(0.1, 1e308, Number.POSITIVE_INFINITY)],
  breakdowns: [Float64Array.of(5, 6, 7, 8), new Float64Array(0)],
};

it('gives back every bit', () => {
  const read = readSeedFile(key, seedFile(key, result));
  expect(read).toEqual(result);
  expect(Object.is(read?.columns[0]?.[1], -0)).toBe(true);
});

it('keeps columns at multiples of eight bytes, little-endian, as it says', () => {
  const bytes = seedFile(key, result);
  const view = new DataView(bytes.buffer);
  const from = 12 + view.getUint32(8, true);
  expect(from % 8).toBe(0);
  expect(view.getFloat64(from + 3 * 8, true)).toBe(0.1);
  expect(bytes.length).toBe(from + 10 * 8 + 32);
});

it('is no result where any byte is changed, or the end is missing', () => {
  const bytes = seedFile(key, result);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(readSeedFile(key, changed), `byte ${at}`).toBeUndefined();
    expect(readSeedFile(key, bytes.subarray(0, at)), `cut at ${at}`).toBeUndefined();
  }
});

it.each([{ engineId: 'sha256:f' }, { specDigest: 'sha256:t' }, { seed: '8' }])('is not of %j', (other) => {
  expect(readSeedFile({ ...key, ...other }, seedFile(key, result))).toBeUndefined();
});
