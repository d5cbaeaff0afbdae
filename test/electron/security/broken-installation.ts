import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/root.mjs';
import type { Removal } from './protections.ts';

/** What a removal may change is copied; the rest of the installation is the built one. */
const copied = ['package.json', 'electron-builder.yml', 'scripts/desktop/fuses.mjs', 'dist/electron'];
const linked = ['scenarios', 'dist/engine', 'dist/renderer', 'dist/cli'];

/** A copy of the installation without some of its protections; throws where the app has no such protection to remove. */
export function brokenInstallation(removals: readonly Removal[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-broken-'));
  mkdirSync(path.join(folder, 'dist'));
  for (const name of copied) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of linked) symlinkSync(path.join(root, name), path.join(folder, name), 'junction');
  for (const { file, from, to, what } of removals) {
    const place = path.join(folder, file);
    const text = readFileSync(place, 'utf8');
    if (!text.includes(from)) throw new Error(`To show "${what}": ${file} no longer holds ${from}`);
    writeFileSync(place, text.replaceAll(from, to));
  }
  return folder;
}
