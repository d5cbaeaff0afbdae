import type { StudioApi } from '../api/studio-api.ts';
import type { Files } from '../ports/files.ts';
import type { SaveDialog } from '../ports/save-dialog.ts';

/** Writes text where the person says; where nobody can be asked, the page offers the download itself. */
export const exportsSave =
  (files: Files, dialog: SaveDialog | undefined): StudioApi['exports.save'] =>
  async ({ name, text }) => {
    const file = (await dialog?.choose(name)) ?? null;
    if (file !== null) await files.write(file, text);
    return { saved: file };
  };
