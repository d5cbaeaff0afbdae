import path from 'node:path';
import type { Installation } from '../../services/installation.ts';
import { fromUser } from '../places.ts';

/**
 * The folder of the project that a file belongs to, where its runs are kept: above `experiments/` or `scenarios/<id>/`, otherwise the
 * file's own; for what is shipped, where the person is.
 */
export function projectFolderOf(file: string, { scenarios }: Installation): string {
  if (!path.relative(scenarios, file).startsWith('..')) return fromUser('.');
  const folder = path.dirname(file);
  const above = path.dirname(folder);
  if (path.basename(folder) === 'experiments') return above;
  return path.basename(above) === 'scenarios' ? path.dirname(above) : folder;
}
