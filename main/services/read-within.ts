import path from 'node:path';
import type { FileContent, Files } from '../ports/files.ts';

/**
 * A file of a folder that others may have made, by its name with `/` between parts. What a link leads to outside of the folder is not
 * read: a scenario from a stranger could otherwise take a private file for its data, and carry it into what is published.
 */
export async function readWithin(
  files: Files,
  folder: string,
  name: string,
  limitBytes: number,
): Promise<FileContent> {
  const file = path.join(folder, ...name.split('/'));
  const [home, real] = await Promise.all([files.realPath(folder), files.realPath(file)]);
  if (home !== undefined && real !== undefined && leadsOut(path.relative(home, real)))
    return { kind: 'unreadable', because: 'it is a link that leads out of its folder' };
  return await files.read(file, limitBytes);
}

const leadsOut = (relative: string): boolean =>
  /^\.\.(?:[\\/]|$)/.test(relative) || path.isAbsolute(relative);
