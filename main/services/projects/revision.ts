import path from 'node:path';
import { digestOf } from '../../../sim-core/kernel/canonical.ts';
import type { Files } from '../../ports/files.ts';

/** Folders of a project whose files people edit, with the studio or with anything else. */
const edited = ['scenarios', 'experiments', 'proposals', 'mechanisms', 'metrics', 'models'];

/** A digest that changes when one of these files is made, changed or removed. */
export async function projectRevision(files: Files, folder: string): Promise<string> {
  const stamps = await Promise.all(edited.map((name) => files.stampsUnder(path.join(folder, name))));
  return digestOf(stamps.map((each) => each.join('\n')).join('\n\n'));
}
