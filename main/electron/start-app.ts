import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, session } from 'electron';
import { toProblem } from '../../sim-core/contract/errors.ts';
import { nodeFiles } from '../ports/node-files.ts';
import { userFolder, usualProject } from '../ports/user-folder.ts';
import { installationIn } from '../services/installation.ts';
import { pageFilesIn, requirePage } from '../services/page-files.ts';
import { openStudio } from '../services/studio.ts';
import { answerCalls } from './answer-calls.ts';
import { desktopFolderDialog } from './desktop-folder-dialog.ts';
import { desktopSaveDialog } from './desktop-save-dialog.ts';
import { guardContents, guardSession } from './guard-contents.ts';
import { openWindow } from './open-window.ts';
import { servePage } from './page-protocol.ts';

/** The built main process is dist/electron/main.js. */
const installation = installationIn(fileURLToPath(new URL('../..', import.meta.url)));
const preload = fileURLToPath(new URL('preload.cjs', import.meta.url));

const { api, module } = openStudio({
  installation,
  door: 'desktop',
  files: nodeFiles,
  userFolder: userFolder(),
  usualProject: usualProject(),
  saveDialog: desktopSaveDialog,
  folderDialog: desktopFolderDialog,
});
const page = pageFilesIn(installation.page, nodeFiles, module);

/** Opens the studio, once Electron is ready, and keeps to what the system expects of an app. */
export async function startApp(): Promise<void> {
  guardContents();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('second-instance', showWindow);
  await app.whenReady();
  guardSession(session.defaultSession);
  servePage(page);
  answerCalls(api);
  app.on('activate', showWindow);
  await open();
}

/** The window that is there, or a new one: on a Mac the app stays when its last window is closed. */
function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) void open();
  else if (window.isMinimized()) window.restore();
  window?.focus();
}

async function open(): Promise<void> {
  try {
    await requirePage(page);
    await openWindow(preload);
  } catch (error) {
    const { message, hint = '' } = toProblem(error);
    dialog.showErrorBox('DePIN Studio cannot be shown', `${message}\n\n${hint}`);
    app.exit(1);
  }
}
