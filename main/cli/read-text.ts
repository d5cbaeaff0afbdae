import { textOf } from '../../sim-core/scenario/file-content.ts';
import { nodeFiles } from '../ports/node-files.ts';
import { Refusal } from '../services/refusal.ts';
import { fromUser } from './places.ts';

/** Bytes: far above any proposal. */
const usualMost = 1024 * 1024;

/** The text of a file as the person named it, of `most` bytes. Throws what is wrong with it. */
export async function readText(written: string, most = usualMost): Promise<string> {
  const read = textOf(await nodeFiles.read(fromUser(written), most), written, most);
  if (!('text' in read)) throw new Refusal([read.problem]);
  return read.text;
}
