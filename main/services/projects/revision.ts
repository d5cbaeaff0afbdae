import path from 'node:path';
import { digestOf } from '../../../sim-core/kernel/canonical.ts';
import type { Files } from '../../ports/files.ts';

/** Folders of a project whose files people edit, with the studio or with anything else. */
const edited = ['scenarios', 'experiments', 'proposals', 'mechanisms', 'metrics', 'models'];

/** Milliseconds of a look that is too short to be spared. */
const shortLook = 50;
/** Times as long as a longer look took that it stands for: however many ask of however many files, a tenth of the time goes into it. */
const standsFor = 10;

/** A digest that changes when a file that people edit in a project is made, changed or removed. */
export type Revision = (folder: string) => Promise<string>;

/** One look at the files for all windows that ask while it is made, and for a while after. */
export function createRevision(files: Files, clock: () => number = () => performance.now()): Revision {
  let last: { readonly folder: string; readonly found: Promise<string>; until: number } | undefined;
  return async (folder) => {
    if (last?.folder === folder && clock() < last.until) return await last.found;
    const begun = clock();
    const look = { folder, found: lookAt(files, folder), until: Number.POSITIVE_INFINITY };
    last = look;
    try {
      return await look.found;
    } finally {
      const took = clock() - begun;
      look.until = took < shortLook ? 0 : clock() + standsFor * took;
    }
  };
}

async function lookAt(files: Files, folder: string): Promise<string> {
  const stamps = await Promise.all(edited.map((name) => files.stampsUnder(path.join(folder, name))));
  return digestOf(stamps.map((each) => each.join('\n')).join('\n\n'));
}
