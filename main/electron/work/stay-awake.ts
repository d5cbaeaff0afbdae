import { powerSaveBlocker } from 'electron';
import type { WorkList } from './work.ts';

/** Keeps the computer from sleeping while something is computed; the screen may go dark. */
export function stayAwake(work: WorkList): void {
  let blocker: number | undefined;
  work.onChange((now) => {
    if (now.length > 0) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  });
}
