import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { unwritable } from '../ports/unwritable.ts';
import { whyNoFolder } from '../ports/why-no-folder.ts';
import { type FileToWrite, writeTogether } from '../ports/write-together.ts';
import { fromUser } from './places.ts';

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
    throw unwritable(written, error, nothingTo(written));
  }
}

/** The folder that a person named with `--out`, if any, once it was proved that files can be written there. Throws `file.unwritable`. */
export async function outFolder(written: string | undefined): Promise<string | undefined> {
  if (written === undefined) return undefined;
  const folder = fromUser(written);
  await checkWritable(folder, written);
  return folder;
}

/** `writeTogether`, whose failures are told to a person at a terminal. Answers the paths. Throws `file.unwritable`. */
export async function writeFiles(folder: string, files: readonly FileToWrite[]): Promise<readonly string[]> {
  try {
    return await writeTogether(folder, files);
  } catch (error) {
    throw unwritable(folder, error, nothingTo(folder));
  }
}

const nothingTo = (folder: string): string => `Nothing can be written to ${folder}`;
