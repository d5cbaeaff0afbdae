import path from 'node:path';
import type { Files } from '../../ports/files.ts';

/** The folder of a scenario whose pictures its README may show. */
const picturesFolder = 'charts';

/** A chart is under 60 kB; what is much larger is none. */
const largestPicture = 256 * 1024;

const mostPictures = 64;

/**
 * The SVG files under a scenario's `charts`, by the name that its README gives them: `charts/free/payback.svg`. Only names that are
 * there are read, so that no README leads elsewhere; what is too large or cannot be read is left out.
 */
export async function picturesIn(files: Files, scenario: string): Promise<Readonly<Record<string, string>>> {
  const folder = path.join(scenario, picturesFolder);
  const names = (await files.filesUnder(folder)).filter((name) => name.endsWith('.svg'));
  const pictures = await Promise.all(
    names.slice(0, mostPictures).map(async (name): Promise<[string, string][]> => {
      const content = await files.read(path.join(folder, ...name.split('/')), largestPicture);
      if (content.kind !== 'bytes') return [];
      return [[`${picturesFolder}/${name}`, Buffer.from(content.bytes).toString('utf8')]];
    }),
  );
  return Object.fromEntries(pictures.flat());
}
