import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Installation, installationIn } from '../services/installation.ts';

/** The installation that this program is part of: the nearest folder above it that holds a package.json. */
export function ownInstallation(): Installation {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) {
    folder = path.dirname(folder);
  }
  return installationIn(folder);
}

/** A path as the person wrote it, made absolute. `npm run` moves to the package's folder and remembers where it was. */
export function fromUser(written: string): string {
  const underNpm = process.env.npm_lifecycle_event === 'studio' ? process.env.INIT_CWD : undefined;
  return path.resolve(underNpm ?? process.cwd(), written);
}

/** A path as short as it can be written from here. */
export function nearby(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
