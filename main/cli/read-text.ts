import { StudioError } from '../../sim-core/contract/errors.ts';
import { textOf } from '../../sim-core/scenario/file-content.ts';
import { nodeFiles } from '../ports/node-files.ts';
import { Refusal } from '../services/refusal.ts';
import { fromUser } from './places.ts';

/** Bytes: far above any proposal. */
const usualMost = 1024 * 1024;

/** The text of a file as the person named it, of `most` bytes. Throws what is wrong with it. */
export async function readText(written: string, most = usualMost): Promise<string> {
  const content = await nodeFiles.read(fromUser(written), most);
  // What textOf says of these is said of the data of a scenario.
  if (content.kind === 'missing') throw missing(written);
  if (content.kind === 'too-large') throw tooLarge(written, content.size, most);
  const read = textOf(content, written, most);
  if (!('text' in read)) throw new Refusal([read.problem]);
  return read.text;
}

const missing = (written: string): StudioError =>
  new StudioError({
    code: 'file.missing',
    message: `There is no file ${written}.`,
    hint: 'Check the name; it is relative to the folder in which you are.',
  });

const tooLarge = (written: string, size: number, most: number): StudioError =>
  new StudioError({
    code: 'file.too-large',
    message: `${written} has ${size} bytes: more than the ${most} that are read.`,
    hint: 'Is it the right file?',
  });
