import { BrowserWindow } from 'electron';
import type { Files } from '../../ports/files.ts';
import { pageUrl } from '../page-url.ts';
import { openWindow } from './open-window.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

interface StudioWindowParts {
  readonly preload: string;
  readonly files: Files;
  readonly userFolder: string;
}

/** The one window of the studio: on a Mac the app stays when it is closed, and opens it again. */
export function createStudioWindow({ preload, files, userFolder }: StudioWindowParts) {
  const watchers: ((window: BrowserWindow) => void)[] = [];
  let opening: Promise<void> | undefined;

  const openOnce = async (): Promise<void> => {
    const window = openWindow(preload, await readWindowState(files, userFolder));
    keepWindowState(window, files, userFolder);
    for (const watch of watchers) watch(window);
    await window.loadURL(pageUrl);
  };
  const open = async (): Promise<void> => {
    opening ??= openOnce().finally(() => {
      opening = undefined;
    });
    await opening;
  };
  return {
    /** Rejects where the page cannot be loaded. */
    open,
    /** Called with each window before its page is loaded. */
    onOpen: (watch: (window: BrowserWindow) => void): void => void watchers.push(watch),
    /** Brings the window to the front, or opens it. */
    show(): void {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) return void open();
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
