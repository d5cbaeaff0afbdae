import path from 'node:path';
import { app, dialog } from 'electron';
import type { SaveDialog } from '../ports/save-dialog.ts';

/** The system's own dialog, which also asks before a file is replaced. */
export const desktopSaveDialog: SaveDialog = {
  async choose(name) {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: path.join(app.getPath('downloads'), name),
    });
    return canceled || filePath === '' ? null : filePath;
  },
};
