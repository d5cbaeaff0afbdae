import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { whyNoFolder } from '../ports/why-no-folder.ts';
import { type FileToWrite, writeTogether } from '../ports/write-together.ts';

/** Makes the folder and proves that a file can be written there, so that no run is lost for it. Throws `file.unwritable`. */
export async function checkWritable(folder: string, written: string): Promise<void> {
  const probe = path.join(folder, `.studio-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true }).catch(async (error: unknown) => {
      throw await whyNoFolder(folder, error);
    });
    await (await open(probe, 'wx')).close();
    await rm(probe);
  } catch (error) {
    throw unwritable(written, error);
  }
}

/** `writeTogether`, whose failures are told to a person at a terminal. Answers the paths. Throws `file.unwritable`. */
export async function writeFiles(folder: string, files: readonly FileToWrite[]): Promise<readonly string[]> {
  try {
    return await writeTogether(folder, files);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function unwritable(folder: string, error: unknown): StudioError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new StudioError({
    code: code === 'ENOSPC' ? 'file.no-room' : 'file.unwritable',
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
