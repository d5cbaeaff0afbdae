import { fileURLToPath } from 'node:url';
import { app, dialog, session, shell } from 'electron';
import { toProblem } from '../../sim-core/contract/errors.ts';
import { nodeFiles } from '../ports/node-files.ts';
import { userFolder, usualProject } from '../ports/user-folder.ts';
import { installationIn } from '../services/installation.ts';
import { pageFilesIn, requirePage } from '../services/page-files.ts';
import { openStudio } from '../services/studio.ts';
import { answerCalls } from './answer-calls.ts';
import { desktopFolderDialog } from './desktop-folder-dialog.ts';
import { desktopSaveDialog } from './desktop-save-dialog.ts';
import { desktopVault } from './desktop-vault.ts';
import { guardContents, guardSession } from './guard-contents.ts';
import { logProcess } from './log/log-process.ts';
import { openLog } from './log/open-log.ts';
import { keepMenu } from './menu/keep-menu.ts';
import { servePage } from './page-protocol.ts';
import { createPageRequests } from './page-requests.ts';
import { checkForUpdates } from './system/check-for-updates.ts';
import { openFromSystem } from './system/open-from-system.ts';
import { createStudioWindow } from './window/studio-window.ts';
import { watchWork } from './work/watch-work.ts';

/** The built main process is dist/electron/main.js. */
const installation = installationIn(fileURLToPath(new URL('../..', import.meta.url)));
const preload = fileURLToPath(new URL('preload.cjs', import.meta.url));
const personal = userFolder();

/** Opens the studio, once Electron is ready, and keeps to what the system expects of an app. */
export async function startApp(): Promise<void> {
  const { api, module } = openStudio({
    ...{
      installation,
      door: 'desktop',
      files: nodeFiles,
      userFolder: personal,
      usualProject: usualProject(),
    },
    ...{ saveDialog: desktopSaveDialog, folderDialog: desktopFolderDialog, vault: desktopVault },
  });
  const page = pageFilesIn(installation.page, nodeFiles, module);
  const log = openLog(app.getPath('logs'));
  const requests = createPageRequests();
  const window = createStudioWindow({ preload, files: nodeFiles, userFolder: personal });
  const system = openFromSystem({ files: nodeFiles, requests, show: window.show });
  guardContents();
  logProcess(log);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  await app.whenReady();
  guardSession(session.defaultSession);
  servePage(page);
  const work = watchWork({ api, files: nodeFiles, userFolder: personal, show: window.show });
  window.onOpen(work.guard);
  const setMenu = keepMenu({
    ...{ api, mac: process.platform === 'darwin' },
    perform: (id) => requests.push({ kind: 'command', id }),
    openProject: (folder) => requests.push({ kind: 'project', folder }),
    openFile: () => void system.choose(),
    showLog: () => void shell.openPath(app.getPath('logs')),
  });
  answerCalls({
    api,
    window: {
      next: (sender) => requests.next(sender),
      async tell({ commands, runs }) {
        work.setRuns(runs);
        await setMenu(commands);
      },
    },
    onAnswer(name, answer) {
      work.called(name);
      // A name that is no text may not even become one.
      const route = typeof name === 'string' ? name.slice(0, 100) : typeof name;
      if (!answer.ok) log.warn(`${route}: ${answer.problem.code}: ${answer.problem.message}`);
    },
  });
  app.on('activate', window.show);
  system.register();
  try {
    await requirePage(page);
    await window.open();
  } catch (error) {
    log.error('opening the window', error);
    const { message, hint = '' } = toProblem(error);
    dialog.showErrorBox('DePIN Studio cannot be shown', `${message}\n\n${hint}`);
    app.exit(1);
    return;
  }
  system.openArguments();
  await work.resume();
  await checkForUpdates({ log });
}
