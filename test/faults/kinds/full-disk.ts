import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { FaultKind, Site } from '../fault.ts';

const page = 4096;

/** Leaves so many bytes on the disk of a folder, by a file that takes the rest. */
function fill(folder: string, left: number): string {
  const file = path.join(folder, 'everything-else');
  const opened = openSync(file, 'w');
  const { bavail, bsize } = statfsSync(folder);
  let more = Math.max(0, bavail * bsize - Math.ceil(left / page) * page);
  const block = Buffer.alloc(1024 * 1024, 1);
  try {
    while (more > 0) more -= writeSync(opened, block, 0, Math.min(more, block.length));
  } catch {
    // The studio writes at the same time: then it is full the sooner.
  }
  closeSync(opened);
  return file;
}

/** The disk has room for a part of what is to be written, at the beginning or from some moment on. */
export const fullDisk = (canMount: boolean): FaultKind => ({
  name: 'full disk',
  ...(canMount ? {} : { lacking: 'this computer lets nobody mount a disk of their own' }),
  make(luck, { bytes, ms }) {
    const left = luck.next() < 0.3 ? 0 : luck.whole(0, bytes);
    const after = luck.next() < 0.5 ? 0 : luck.whole(0, Math.round(ms));
    let filler: string | undefined;
    let timer: NodeJS.Timeout | undefined;
    const act = (site: Site) => {
      filler = fill(site.writes[0] ?? '', left);
    };
    let there: Site | undefined;
    return {
      how: `${left} bytes left ${after === 0 ? 'at the start' : `after ${after} ms`}`,
      async begin(site) {
        there = site;
        if (after === 0) act(site);
      },
      started() {
        if (after > 0) timer = setTimeout(() => there !== undefined && act(there), after);
      },
      async lift() {
        clearTimeout(timer);
        if (filler !== undefined) rmSync(filler);
      },
      struck: ({ text }) => text.includes('the disk is full'),
    };
  },
});
