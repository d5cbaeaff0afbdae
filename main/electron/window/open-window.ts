import { BrowserWindow, dialog } from 'electron';
import { pageUrl } from '../page-url.ts';
import type { WindowState } from './window-state.ts';

/** Opens the studio's window where it was left; `preload` is the absolute path of the built preload. */
export function openWindow(preload: string, left: WindowState | undefined): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 900,
    ...left?.bounds,
    minWidth: 1024,
    minHeight: 700,
    title: 'DePIN Studio',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    },
  });
  if (left?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') void openAgain(window);
  });
  return window;
}

/** Chromium ends the whole page when a worker of it has no memory left: better said than shown as an empty window. */
async function openAgain(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The page of DePIN Studio has stopped.',
    detail: 'It may have run out of memory: simulate fewer rows, or fewer seeds at a time.',
    buttons: ['Open it again'],
  });
  await window.loadURL(pageUrl);
}
