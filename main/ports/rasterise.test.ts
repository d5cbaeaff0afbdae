import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { rasterise } from './rasterise.ts';

/** Pixels of a PNG of 8-bit RGBA, as W3C PNG 2003 (section 9) has them filtered. */
function pixelsOf(png: Uint8Array): { width: number; height: number; rgba: Uint8Array } {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const lines = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const rgba = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : (rgba[y * stride + x - 4] ?? 0);
      const above = y === 0 ? 0 : (rgba[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < 4 ? 0 : (rgba[(y - 1) * stride + x - 4] ?? 0);
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      rgba[y * stride + x] = (lines[y * (stride + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return { width, height, rgba };
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** Width of what is drawn, in px of the picture. */
async function inkOf(text: string): Promise<number> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="150" font-family="system-ui, sans-serif" font-size="100">${text}</svg>`;
  const { width, rgba } = pixelsOf(await rasterise(svg));
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) => {
    for (let at = x * 4 + 3; at < rgba.length; at += width * 4) if ((rgba[at] ?? 0) > 127) return true;
    return false;
  });
  return ((columns.at(-1) ?? 0) - (columns[0] ?? 0) + 1) / 2;
}

it('draws at twice the size', async () => {
  const { width, height } = pixelsOf(
    await rasterise('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'),
  );
  expect([width, height]).toEqual([60, 40]);
});

it('sets text in DejaVu Sans, whatever the machine has', async () => {
  // An M of DejaVu Sans is 1,767 of 2,048 units wide with 201 before and after it; of the bold face 2,038 with 188.
  const regular = await inkOf('<text x="10" y="120">MMMM</text>');
  const bold = await inkOf('<text x="10" y="120" font-weight="600">MMMM</text>');
  expect(regular).toBeCloseTo(((4 * 1767 - 2 * 201) / 2048) * 100, -1);
  expect(bold).toBeCloseTo(((4 * 2038 - 2 * 188) / 2048) * 100, -1);
});

it('draws the same bytes again', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text y="30">−1 % …</text></svg>';
  expect(await rasterise(svg)).toEqual(await rasterise(svg));
});
