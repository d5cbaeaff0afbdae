import { BrowserWindow, Notification } from 'electron';
import type { WorkList } from './work.ts';

/** Shorter work is waited for; longer, in milliseconds, is left alone. */
const long = 20_000;

interface Notifying {
  readonly work: WorkList;
  /** Brings the window to the front. */
  show(): void;
  readonly clock?: () => number;
}

/** Tells the person that long work is over, if the window is not what the person looks at. */
export function notifyEnd({ work, show, clock = Date.now }: Notifying): void {
  work.onChange((now, before) => {
    const going = new Set(now.map(({ id }) => id));
    for (const { id, title, since } of before) {
      if (going.has(id) || clock() - since < long || BrowserWindow.getFocusedWindow() !== null) continue;
      if (!Notification.isSupported()) continue;
      const notification = new Notification({ title: 'DePIN Studio', body: `${title} has ended.` });
      notification.on('click', show);
      notification.show();
    }
  });
}
