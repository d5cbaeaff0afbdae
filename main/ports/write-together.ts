import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file to write: its name in the folder, and its text or bytes in pieces. */
export interface FileToWrite {
  readonly name: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** A list of files that are whole on the disk and only wait for their names. */
const listName = /^\.together-[0-9a-f-]{36}$/;
/** A file on its way, which says what it will be called. */
const unfinishedName = /^\.([^/\\]+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes files of a folder together: each whole beside its place, then a list of all, then each is given its name and the list goes. A
 * crash before the list leaves the old files, one after it is made good by `finishTogether`: never a mixture. Answers the paths.
 */
export async function writeTogether(
  folder: string,
  files: readonly FileToWrite[],
): Promise<readonly string[]> {
  await finishTogether(folder);
  const places = files.map(({ name, chunks }) => ({ name, chunks, unfinished: `.${name}.${randomUUID()}` }));
  const list = path.join(folder, `.together-${randomUUID()}`);
  const draft = path.join(folder, `.list.${randomUUID()}`);
  let listed = false;
  try {
    for (const { unfinished, chunks } of places) await writeWhole(path.join(folder, unfinished), chunks);
    if (places.length > 1) {
      await writeWhole(draft, [JSON.stringify(places.map(({ unfinished }) => unfinished))]);
      await rename(draft, list);
      listed = true;
    }
    for (const { name, unfinished } of places) await giveName(folder, unfinished, name);
  } catch (error) {
    // Some may have their names: the others wait for `finishTogether`, as after a crash.
    if (listed) throw error;
    // What cannot be removed either is no reason: why it could not be written is.
    for (const name of [draft, ...places.map(({ unfinished }) => path.join(folder, unfinished))])
      await rm(name, { force: true }).catch(() => {});
    throw error;
  }
  await rm(list, { force: true });
  return places.map(({ name }) => path.join(folder, name));
}

/** Gives the files of a write that was cut off their names, where all of them are whole. Nothing where there is no such write. */
export async function finishTogether(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names.filter((each) => listName.test(each))) {
    const list = path.join(folder, name);
    for (const unfinished of waitingIn(await readFile(list, 'utf8').catch(() => ''))) {
      // The list may have come from elsewhere: what it can name is a file of this folder, under the name that it carries.
      const final = unfinishedName.exec(unfinished)?.[1];
      if (final !== undefined && final !== '..') await giveName(folder, unfinished, final);
    }
    await rm(list, { force: true });
  }
}

function waitingIn(text: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Another process may have been faster: then it has its name already. */
async function giveName(folder: string, unfinished: string, name: string): Promise<void> {
  await rename(path.join(folder, unfinished), path.join(folder, name)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
}

async function writeWhole(file: string, chunks: FileToWrite['chunks']): Promise<void> {
  let opened: FileHandle | undefined;
  let writing: Promise<void> = Promise.resolve();
  try {
    opened = await open(file, 'wx');
    for (const chunk of chunks) {
      // Made while the one before was on its way.
      await writing;
      writing = opened.writeFile(chunk, 'utf8');
    }
    await writing;
    await opened.sync();
  } finally {
    await writing.catch(() => {});
    await opened?.close();
  }
}
