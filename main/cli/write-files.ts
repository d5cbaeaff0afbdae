import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';

/** A file to write: its name in the folder, and its text or bytes in pieces. */
export interface FileToWrite {
  readonly name: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** Makes the folder and proves that a file can be written there, so that no run is lost for it. Throws `file.unwritable`. */
export async function checkWritable(folder: string, written: string): Promise<void> {
  const probe = path.join(folder, `.studio-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await (await open(probe, 'wx')).close();
    await rm(probe);
  } catch (error) {
    throw unwritable(written, error);
  }
}

/**
 * Writes files together: each whole into a temporary file and to the disk, then all renamed. A crash leaves old files or
 * new ones, never half of one. Answers the paths.
 */
export async function writeFiles(folder: string, files: readonly FileToWrite[]): Promise<readonly string[]> {
  const places = files.map(({ name, chunks }) => ({
    chunks,
    file: path.join(folder, name),
    unfinished: path.join(folder, `.${name}.${randomUUID()}`),
  }));
  try {
    for (const { unfinished, chunks } of places) await writeWhole(unfinished, chunks);
    for (const { unfinished, file } of places) await rename(unfinished, file);
  } catch (error) {
    for (const { unfinished } of places) await rm(unfinished, { force: true });
    throw unwritable(folder, error);
  }
  return places.map(({ file }) => file);
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

function unwritable(folder: string, error: unknown): StudioError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new StudioError({
    code: 'file.unwritable',
    message: `Nothing can be written to ${folder}: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}.`,
    hint: 'Choose another folder with --out.',
    where: folder,
  });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to',
  EPERM: 'you are not allowed to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file of that name',
};
