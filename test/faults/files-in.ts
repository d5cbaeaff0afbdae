import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Full paths of the files under a folder; of those that are being written, with `unfinished` only. */
export function filesIn(folder: string, unfinished = false): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith('.') === unfinished)
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
