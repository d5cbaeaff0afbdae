import { app, type BrowserWindow, dialog } from 'electron';
import type { Work, WorkList } from './work.ts';

interface Asking {
  readonly work: WorkList;
  /** Called once the person has agreed, with what will go on at the next start. */
  leave(resuming: readonly Work[]): Promise<void>;
}

/** Asks before work is stopped by closing the studio. What it returns watches a window. */
export function askBeforeQuit({ work, leave }: Asking): (window: BrowserWindow) => void {
  let agreed = false;
  let asking = false;

  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        ...wordsFor(work.now()),
        buttons: ['Keep it open', 'Close the studio'],
        defaultId: 0,
        cancelId: 0,
      });
      if (response !== 1) return;
      agreed = true;
      await leave(work.now().filter(({ resumes }) => resumes));
      app.quit();
    } finally {
      asking = false;
    }
  };
  const hold = (event: { preventDefault(): void }): void => {
    if (agreed || work.now().length === 0) return;
    event.preventDefault();
    void ask();
  };
  app.on('before-quit', hold);
  return (window) => window.on('close', hold);
}

/** What is asked: what runs, and what becomes of it. */
export function wordsFor(now: readonly Work[]): { readonly message: string; readonly detail: string } {
  const titles = now.map(({ title }) => title).join(', ');
  const fates = [
    ...(now.some(({ resumes }) => resumes)
      ? ['Experiments go on from what is kept when the studio is opened again.']
      : []),
    ...(now.some(({ resumes }) => !resumes)
      ? ['Seeds of a run that are not finished are computed again when it is run again.']
      : []),
  ];
  return { message: `Still computing: ${titles}.`, detail: fates.join(' ') };
}
