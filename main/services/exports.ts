import type { StudioApi } from '../api/studio-api.ts';
import type { Files } from '../ports/files.ts';
import type { SaveDialog } from '../ports/save-dialog.ts';

/** Writes a file where the person says; where nobody can be asked, the page offers the download itself. */
export const exportsSave =
  (files: Files, dialog: SaveDialog | undefined): StudioApi['exports.save'] =>
  async (offered) => {
    const file = (await dialog?.choose(offered.name)) ?? null;
    if (file !== null)
      await files.write(file, 'text' in offered ? offered.text : Buffer.from(offered.base64, 'base64'));
    return { saved: file };
  };
