import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { WindowRequest } from '../../api/window/window-api.ts';
import type { Files } from '../../ports/files.ts';

/** What the page takes when it is dropped, and no larger. */
export const fileKinds = ['yaml', 'yml', 'md', 'markdown', 'csv'];
const largest = 16 * 1024 * 1024;

/** True for the path of a file that the studio opens. */
export const isGivenFile = (text: string): boolean =>
  !text.startsWith('-') && fileKinds.includes(path.extname(text).slice(1).toLowerCase());

/** A file that was opened with the studio, for its page. Throws `file.unreadable`, `file.too-large`. */
export async function readGivenFile(files: Files, file: string): Promise<WindowRequest> {
  const content = await files.read(file, largest);
  if (content.kind !== 'bytes') {
    throw new StudioError({
      code: content.kind === 'too-large' ? 'file.too-large' : 'file.unreadable',
      message: `${file} cannot be opened.`,
      hint: 'A scenario (.depin.yaml), a proposal (.md) or a series (.csv) of 16 MB at most can be.',
      where: file,
    });
  }
  return { kind: 'file', name: path.basename(file), text: Buffer.from(content.bytes).toString('utf8') };
}
