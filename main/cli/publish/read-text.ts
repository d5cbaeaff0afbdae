import { textOf } from '../../../sim-core/scenario/file-content.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { fromUser } from '../places.ts';
import { Refusal } from '../refusal.ts';

const largest = 1024 * 1024;

/** The text of a file as the person named it. Throws what is wrong with it. */
export async function readText(written: string): Promise<string> {
  const read = textOf(await nodeFiles.read(fromUser(written), largest), written, largest);
  if (!('text' in read)) throw new Refusal([read.problem]);
  return read.text;
}
