import { dialog } from 'electron';
import type { FolderDialog } from '../ports/folder-dialog.ts';

/** The system's own dialog, in which a new folder can be made too. */
export const desktopFolderDialog: FolderDialog = {
  async choose() {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
};
