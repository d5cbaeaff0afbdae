import path from 'node:path';
import { shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import { decodeText } from '../../../../sim-core/scenario/decode-text.ts';
import type { Files } from '../../../ports/files.ts';
import { nativeDigest } from '../../native-digest.ts';
import { releasedEngines } from './released-engines.ts';

/** An engine that is not the one of this installation. Its bytes are what its id says; that nobody has run it yet is all else that is known. */
export interface OtherEngine {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly id: string;
  readonly text: string;
  /** The version that our list has for it; absent where it is not on the list. */
  readonly released?: string;
}

/** Above any engine. */
const largestEngine = 16 * 1024 * 1024;
/** Files of one folder that are looked into; those whose names begin with the hash come first. */
const mostFiles = 200;

/** Where a person keeps engines of older releases, beside what else belongs to them. */
export const enginesFolder = (userFolder: string): string => path.join(userFolder, 'engines');

/** The engine of a hash, in files or in folders of them; undefined where none of them is it. */
export async function findEngine(
  files: Files,
  places: readonly string[],
  wanted: string,
): Promise<OtherEngine | undefined> {
  for (const place of places)
    for (const file of [place, ...(await scriptsIn(files, place, wanted))]) {
      const content = await files.read(file, largestEngine);
      if (content.kind !== 'bytes') continue;
      const id = nativeDigest(content.bytes);
      const decoded = shortHash(id) === wanted ? decodeText(content.bytes) : undefined;
      if (decoded?.ok !== true) continue;
      const released = releasedEngines.find((each) => each.id === id)?.version;
      return { id, text: decoded.text, ...(released === undefined ? {} : { released }) };
    }
  return undefined;
}

async function scriptsIn(files: Files, folder: string, wanted: string): Promise<readonly string[]> {
  // A place that is a file itself, or that nobody may look into, holds none.
  const within = await files.filesUnder(folder).catch(() => []);
  const names = within.filter((name) => /^[^/]+\.m?js$/.test(name));
  const isNamed = (name: string) => name.startsWith(wanted.slice('sha256:'.length));
  const sorted = [...names.filter(isNamed), ...names.filter((name) => !isNamed(name))];
  return sorted.slice(0, mostFiles).map((name) => path.join(folder, name));
}
