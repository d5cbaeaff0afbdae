import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog } from 'electron';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { Log } from '../log/open-log.ts';

/** Written by the packager where it is told where releases are published; without it, nothing is ever asked. */
const settingsFile = 'app-update.yml';

interface Updating {
  readonly log: Log;
  readonly resources?: string;
  load?(): Promise<{ readonly autoUpdater: AppUpdater }>;
}

/**
 * Looks once for a newer release, and asks before it is fetched and before it is installed. The updater takes only releases that
 * carry the publisher's signature where the system checks one, and the digest that the release names everywhere.
 */
export async function checkForUpdates({
  log,
  resources = process.resourcesPath,
  load = loadUpdater,
}: Updating): Promise<void> {
  if (!app.isPackaged || !existsSync(path.join(resources, settingsFile))) return;
  try {
    const { autoUpdater } = await load();
    autoUpdater.autoDownload = false;
    autoUpdater.autoInstallOnAppQuit = false;
    const found = await autoUpdater.checkForUpdates();
    if (found?.isUpdateAvailable !== true || !(await wanted(found.updateInfo))) return;
    await autoUpdater.downloadUpdate();
    if (
      await choice('The update is ready.', 'It is installed when the studio starts again.', 'Start again')
    ) {
      autoUpdater.quitAndInstall();
    }
  } catch (thrown) {
    // A computer without a network works on.
    log.error('looking for updates', thrown);
  }
}

async function loadUpdater() {
  const { default: updater } = await import('electron-updater');
  return { autoUpdater: updater.autoUpdater };
}

const wanted = (info: UpdateInfo): Promise<boolean> =>
  choice(`DePIN Studio ${info.version} can be installed.`, notesOf(info), 'Download');

async function choice(message: string, detail: string, yes: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    ...{ type: 'info', message, detail, buttons: [yes, 'Later'], defaultId: 0, cancelId: 1 },
  });
  return response === 0;
}

/** The release's own notes, as plain text. */
function notesOf({ releaseNotes }: UpdateInfo): string {
  const notes =
    typeof releaseNotes === 'string' ? releaseNotes : releaseNotes?.map(({ note }) => note).join('\n');
  const plain = (notes ?? '').replace(/<[^>]*>/g, '').trim();
  return plain === '' ? 'It came without release notes.' : plain.slice(0, 4000);
}
