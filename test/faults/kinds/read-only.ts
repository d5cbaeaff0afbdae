import { chmodSync, existsSync, statSync } from 'node:fs';
import type { FaultKind } from '../fault.ts';
import { mountReadOnly, unmount } from './mounts.ts';

/** By a mount where that is possible, since an administrator may write in spite of the folder's mode. */
function close(folder: string, canMount: boolean): () => void {
  if (canMount && mountReadOnly(folder)) return () => void unmount(folder);
  const { mode } = statSync(folder);
  chmodSync(folder, 0o555);
  return () => chmodSync(folder, mode);
}

/** A folder in which nobody may write, at the beginning or from some moment on. */
export const readOnly = (canMount: boolean): FaultKind => ({
  name: 'read-only folder',
  ...(canMount || process.getuid?.() !== 0
    ? {}
    : { lacking: 'an administrator may write everywhere, and nothing can be mounted here' }),
  make(luck, { ms }) {
    const after = luck.next() < 0.6 ? 0 : luck.whole(0, Math.round(ms));
    const chosen = luck.next();
    let folder = '';
    let open = () => {};
    let timer: NodeJS.Timeout | undefined;
    const act = () => {
      if (existsSync(folder)) open = close(folder, canMount);
    };
    return {
      how: after === 0 ? 'from the start' : `after ${after} ms`,
      async begin({ writes }) {
        folder = writes[Math.floor(chosen * writes.length)] ?? '';
        if (after === 0) act();
      },
      started() {
        if (after > 0) timer = setTimeout(act, after);
      },
      async lift() {
        clearTimeout(timer);
        open();
      },
      struck: ({ text }) => /the disk is read-only|you are not allowed to/.test(text),
    };
  },
});
