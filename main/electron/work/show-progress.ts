import { BrowserWindow } from 'electron';
import type { Work, WorkList } from './work.ts';

/** Shows on the task bar how far the work is. */
export function showProgress(work: WorkList): void {
  work.onChange((now) => {
    for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(progressOf(now));
  });
}

/** The mean over what is computed; 2 where it runs and nobody can tell how far, -1 where nothing runs, as Electron has it. */
export function progressOf(now: readonly Work[]): number {
  if (now.length === 0) return -1;
  const shares = now.flatMap(({ share }) => share ?? []);
  if (shares.length === 0) return 2;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
