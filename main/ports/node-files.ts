import { randomUUID } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { FileContent, Files, FolderStamp, GrowingFile } from './files.ts';
import { codeOf, reasonOf, unwritable } from './unwritable.ts';
import { whyNoFolder } from './why-no-folder.ts';
import { finishTogether } from './write-together.ts';

/** The file system of this computer. */
export const nodeFiles: Files = {
  read,
  realPath,
  foldersIn,
  filesUnder,
  stampsUnder,
  folderStamps,
  makeFolder,
  write,
  grow,
  remove,
  removeFolder,
  removeUnfinished,
  finishTogether,
};

async function read(file: string, limitBytes: number): Promise<FileContent> {
  let opened: FileHandle | undefined;
  try {
    // Not blocking, since opening a pipe would otherwise wait for someone to write into it.
    opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await opened.stat();
    if (!stat.isFile()) return { kind: 'unreadable', because: 'it is not a file' };
    if (stat.size > limitBytes) return { kind: 'too-large', size: stat.size };
    return { kind: 'bytes', bytes: await opened.readFile() };
  } catch (error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
      ? { kind: 'missing' }
      : { kind: 'unreadable', because: reasonOf(error) };
  } finally {
    await opened?.close();
  }
}

async function realPath(file: string): Promise<string | undefined> {
  return await realpath(file).catch(() => undefined);
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await entriesOf(folder, false);
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await entriesOf(folder, true);
  const names = entries.flatMap((entry) =>
    entry.isFile() ? [path.relative(folder, path.join(entry.parentPath, entry.name))] : [],
  );
  return names.map((name) => name.replaceAll(path.sep, '/')).sort();
}

async function stampsUnder(folder: string): Promise<readonly string[]> {
  const names = await filesUnder(folder);
  const stamps = names.map(async (name) => {
    // A file may go while its neighbours are looked at.
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    return found === undefined ? [] : [`${name} ${found.size} ${found.mtimeMs}`];
  });
  return (await Promise.all(stamps)).flat();
}

/** Folders that are looked at side by side: more would wait for the same few threads. */
const looksAtOnce = 64;

async function folderStamps(folder: string, beside: string): Promise<readonly FolderStamp[]> {
  const names = await foldersIn(folder);
  const stamps: FolderStamp[] = [];
  for (let from = 0; from < names.length; from += looksAtOnce) {
    const some = names.slice(from, from + looksAtOnce).map(async (name): Promise<FolderStamp[]> => {
      const itself = await stat(path.join(folder, name)).catch(() => undefined);
      if (itself === undefined) return [];
      const file = await stat(path.join(folder, name, beside)).catch(() => undefined);
      const of = file === undefined ? 'none' : `${file.size} ${file.mtimeMs}`;
      return [{ name, changedMs: itself.mtimeMs, stamp: `${itself.mtimeMs} ${of}` }];
    });
    stamps.push(...(await Promise.all(some)).flat());
  }
  return stamps;
}

/** How often it is looked anew where a folder within goes meanwhile. */
const mostLooks = 20;

async function entriesOf(folder: string, recursive: boolean, look = 1): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true, recursive });
  } catch (error) {
    const isGone = codeOf(error) === 'ENOENT';
    if (isGone && (await realPath(folder)) === undefined) return [];
    // One in it went meanwhile: its neighbours are there.
    if (isGone && look < mostLooks) return await entriesOf(folder, recursive, look + 1);
    throw new StudioError({
      code: 'file.unreadable',
      message: `The folder ${folder} cannot be read: ${reasonOf(error)}.`,
      hint: 'Check its permissions.',
      where: folder,
    });
  }
}

async function write(
  file: string,
  content: string | Uint8Array | Iterable<string | Uint8Array>,
): Promise<void> {
  // Beside the file, since a rename is only whole within one file system. `removeUnfinished` knows the name.
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    const opened = await open(unfinished, 'wx');
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
      for (const piece of pieces) await opened.writeFile(piece, 'utf8');
      await opened.sync();
    } finally {
      await opened.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    // Where that cannot be done either, `removeUnfinished` does it later.
    await rm(unfinished, { force: true }).catch(() => {});
    throw unwritable(file, error);
  }
}

async function grow(file: string): Promise<GrowingFile> {
  const attempt = async <T>(act: Promise<T>): Promise<T> =>
    await act.catch((error: unknown) => {
      throw unwritable(file, error);
    });
  const opened = await attempt(open(file, 'w'));
  return {
    add: (text) => attempt(opened.writeFile(text, 'utf8')),
    close: () => attempt(opened.close()),
  };
}

async function remove(file: string): Promise<void> {
  try {
    await rm(file, { force: true });
  } catch (error) {
    throw unwritable(file, error);
  }
}

async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

const unfinishedName = /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Longer than any write takes: what is younger may be in another's hands. */
const surelyLeftMs = 3_600_000;

async function removeUnfinished(folder: string): Promise<void> {
  const entries = await entriesOf(folder, true);
  for (const entry of entries) {
    if (!entry.isFile() || !unfinishedName.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const written = await stat(file).catch(() => undefined);
    if (written !== undefined && Date.now() - written.mtimeMs > surelyLeftMs) await rm(file, { force: true });
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, await whyNoFolder(folder, error));
  }
}
