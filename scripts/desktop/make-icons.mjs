// The app's icons, drawn from renderer/app/icon.svg: what each system wants, in the folder that electron-builder reads.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { isCommand, root } from '../root.mjs';

/** Kinds of picture in an .icns file by their size in pixels; two have the same size for screens of two densities. */
const icnsKinds = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
const pngSizes = [16, 32, 48, 64, 128, 256, 512];

/** Apple's container: a head, then pictures with theirs. @param {(size: number) => Buffer} png */
function icns(png) {
  const parts = icnsKinds.map(([kind, size]) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32BE(png(size).length + 8, 4);
    return Buffer.concat([head, png(size)]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(
    parts.reduce((sum, { length }) => sum + length, 8),
    4,
  );
  return Buffer.concat([head, ...parts]);
}

/** Windows' container: a head, a list of where each picture is, then the pictures. @param {(size: number) => Buffer} png */
function ico(png) {
  const head = Buffer.alloc(6 + 16 * icoSizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(icoSizes.length, 4);
  let offset = head.length;
  for (const [index, size] of icoSizes.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png(size).length;
  }
  return Buffer.concat([head, ...icoSizes.map(png)]);
}

/**
 * Writes `icon.icns`, `icon.ico`, `icon.png` and `icons/<size>x<size>.png` into `folder`.
 * @param {string} folder
 */
export async function makeIcons(folder) {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const svg = readFileSync(path.join(root, 'renderer/app/icon.svg'), 'utf8');
  /** @type {Map<number, Buffer>} */
  const drawn = new Map();
  const png = (/** @type {number} */ size) => {
    const known = drawn.get(size) ?? draw(svg, size);
    drawn.set(size, known);
    return known;
  };
  mkdirSync(path.join(folder, 'icons'), { recursive: true });
  writeFileSync(path.join(folder, 'icon.icns'), icns(png));
  writeFileSync(path.join(folder, 'icon.ico'), ico(png));
  writeFileSync(path.join(folder, 'icon.png'), png(512));
  for (const size of pngSizes) writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), png(size));
}

/** @param {string} svg @param {number} size in pixels */
function draw(svg, size) {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
  const image = picture.render();
  const bytes = Buffer.from(image.asPng());
  image.free();
  picture.free();
  return bytes;
}

if (isCommand(import.meta.url)) await makeIcons(path.join(root, 'dist/icons'));
