import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { StudioError } from '../../sim-core/contract/errors.ts';

/** Pixels for each of the picture's own: sharp in print and on dense screens. */
const zoom = 2;

/**
 * What a picture's texts are set in, whatever the machine has: DejaVu Sans 2.37, free to use, copy and sell with other software (Bitstream
 * Vera licence, in the package), so that the same SVG gives the same bytes anywhere. Charts leave room for letters as wide as these.
 */
const family = 'DejaVu Sans';
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => `dejavu-fonts-ttf/ttf/${name}`);
const programFile = '@resvg/resvg-wasm/index_bg.wasm';

type Rasterise = (svg: string) => Uint8Array;

let opened: Promise<Rasterise> | undefined;

/**
 * The text of an SVG file as a PNG of twice its size, by resvg. Its program and the fonts are read from their packages when the first
 * picture is made. Throws `png.no-program` where they are not installed.
 */
export async function rasterise(svg: string): Promise<Uint8Array> {
  opened ??= open();
  return (await opened)(svg);
}

async function open(): Promise<Rasterise> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const [program, ...fontBuffers] = await Promise.all([programFile, ...fontFiles].map(bytesOf));
  await initWasm(program ?? new Uint8Array());
  const font = { fontBuffers, defaultFontFamily: family, sansSerifFamily: family };
  return (svg) => {
    const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
    const image = picture.render();
    const png = image.asPng();
    image.free();
    picture.free();
    return png;
  };
}

const { resolve } = createRequire(import.meta.url);

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(resolve(name)));
  } catch (error) {
    throw new StudioError({
      code: 'png.no-program',
      message: `A PNG cannot be drawn: ${error instanceof Error ? error.message.split('\n')[0] : error}.`,
      hint: 'Install the packages of the studio again (npm ci), or ask for svg.',
      where: name,
    });
  }
}
