import { rasterise } from '../../ports/rasterise.ts';
import type { PictureFormat } from './formats.ts';
import type { ResultFile } from './result-files.ts';

/** A chart as the text of an SVG file. */
interface Picture {
  readonly id: string;
  readonly svg: string;
}

/** The file of a chart in a format. */
export async function pictureFile({ id, svg }: Picture, format: PictureFormat): Promise<ResultFile> {
  return { name: `${id}.${format}`, chunks: [format === 'svg' ? svg : await rasterise(svg)] };
}
