import path from 'node:path';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { Code } from '../../../sim-core/contract/extension.ts';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../json-in.ts';

/** Ids of modules that the person has said may run on this computer, each with the name it had. */
type Trusted = Readonly<Record<string, string>>;

const fileIn = (userFolder: string): string => path.join(userFolder, 'trusted-code.json');
const largestFile = 16 * 1024 * 1024;

/** A problem for each module that may not run yet. */
export async function untrusted(
  files: Files,
  userFolder: string,
  code: readonly Code[],
  folder: string,
): Promise<readonly Problem[]> {
  const trusted = await readTrusted(files, userFolder);
  return code
    .filter(({ id }) => !Object.hasOwn(trusted, id))
    .map(({ name, id }) => ({
      code: 'extension.untrusted',
      message: `This scenario needs code ${id}.`,
      hint: `Read ${name}. If you trust it, allow it once: depin-studio trust ${JSON.stringify(folder)}`,
      where: name,
    }));
}

/** Hashes of everything that the person has said may run on this computer. */
export const trustedIds = async (files: Files, userFolder: string): Promise<ReadonlySet<string>> =>
  new Set(Object.keys(await readTrusted(files, userFolder)));

/** Lets modules run from now on, until their text changes. */
export async function trust(files: Files, userFolder: string, code: readonly Code[]): Promise<void> {
  const trusted = await readTrusted(files, userFolder);
  const added = Object.fromEntries(code.map(({ id, name }) => [id, name]));
  await files.makeFolder(userFolder);
  await files.write(fileIn(userFolder), `${JSON.stringify({ ...trusted, ...added }, null, 2)}\n`);
}

/** A file that is missing or broken trusts nothing. */
async function readTrusted(files: Files, userFolder: string): Promise<Trusted> {
  const content = await files.read(fileIn(userFolder), largestFile);
  const read = content.kind === 'bytes' ? jsonIn(content.bytes) : undefined;
  if (typeof read !== 'object' || read === null) return {};
  const named = Object.entries(read).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(named);
}
