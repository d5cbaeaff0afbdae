import { readdirSync } from 'node:fs';

/** Names in a folder that the studio writes, sorted; a file that is being written has a name with a dot in front until it is whole. */
export const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
