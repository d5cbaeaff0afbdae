import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/root.mjs';
import type { Removal } from './protections.ts';

/** What a removal may change is copied; the rest of the installation is the built one. */
const copied = ['package.json', 'electron-builder.yml', 'scripts/desktop/fuses.mjs', 'dist/electron'];
const linked = ['scenarios', 'dist/engine', 'dist/renderer', 'dist/cli', 'node_modules'];

/**
 * A copy of an installation without some of its protections, what `whole` has not being that of the checkout; throws where the app has no
 * such protection to remove.
 */
export function brokenInstallation(removals: readonly Removal[], whole = root): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-broken-'));
  mkdirSync(path.join(folder, 'dist'));
  const place = (name: string) => path.join(existsSync(path.join(whole, name)) ? whole : root, name);
  for (const name of copied) cpSync(place(name), path.join(folder, name), { recursive: true });
  for (const name of linked) symlinkSync(path.resolve(place(name)), path.join(folder, name), 'junction');
  for (const { file, from, to, what } of removals) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`To show "${what}": ${file} no longer holds ${from}`);
    writeFileSync(path.join(folder, file), text.replaceAll(from, to));
  }
  return folder;
}
