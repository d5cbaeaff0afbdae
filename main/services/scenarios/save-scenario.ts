import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import { namedFiles } from '../../../sim-core/scenario/named-files.ts';
import type { Files } from '../../ports/files.ts';
import { nativeDigest } from '../native-digest.ts';
import { readWithin } from '../read-within.ts';
import type { ScenarioPlace } from './shelf.ts';

export interface SaveOrder {
  readonly text: string;
  /** Digest of the text that the person saw last; absent: the scenario is new. */
  readonly over?: string;
  /** The scenario whose data files it reads, where it is new. */
  readonly base?: ScenarioPlace;
}

/**
 * Writes a scenario of a project; its data first, so that a scenario never stands without them. Throws
 * `scenario.changed-outside`, `scenario.taken`, `file.unwritable`.
 */
export async function saveAt(
  files: Files,
  place: ScenarioPlace,
  { text, over, base }: SaveOrder,
): Promise<void> {
  const file = path.join(place.within, place.name);
  const there = await files.read(file, limits.scenarioBytes);
  // As it was read: without a mark of byte order.
  const current = there.kind === 'bytes' ? nativeDigest(new TextDecoder().decode(there.bytes)) : undefined;
  if (over === undefined && there.kind !== 'missing') throw taken(place);
  // What cannot be read now was not what the person saw.
  if (over !== undefined && there.kind !== 'missing' && current !== over) throw changedOutside(place);
  await files.makeFolder(place.within);
  if (base !== undefined && base.within !== place.within)
    await copyData(files, base.within, place.within, text);
  await files.write(file, text);
}

/** The data files that a text names, as far as they are there; what is missing its reader tells. */
export async function copyData(files: Files, from: string, to: string, text: string): Promise<void> {
  for (const name of namedFiles(text)) {
    const parts = name.split('/');
    const content = await readWithin(files, from, name, limits.dataBytes);
    if (content.kind !== 'bytes') continue;
    await files.makeFolder(path.dirname(path.join(to, ...parts)));
    await files.write(path.join(to, ...parts), content.bytes);
  }
}

const taken = ({ id, label }: ScenarioPlace): StudioError =>
  new StudioError({
    code: 'scenario.taken',
    message: `The project has a scenario ${id} already.`,
    hint: 'Choose another name.',
    where: label,
  });

const changedOutside = ({ label }: ScenarioPlace): StudioError =>
  new StudioError({
    code: 'scenario.changed-outside',
    message: `${label} was changed by another program since it was opened here.`,
    hint: 'Keep your text or take the one on disk: the studio asks which.',
    where: label,
  });
