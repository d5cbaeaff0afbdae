// Finds Electron's binary without importing the electron package, whose import downloads one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * The path of Electron's executable, or undefined where it is not installed.
 * @returns {string | undefined}
 */
export function findElectron() {
  const home = path.join(root, 'node_modules', 'electron');
  const name = path.join(home, 'path.txt');
  if (!existsSync(name)) return undefined;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(home, 'dist');
  const executable = path.join(folder, readFileSync(name, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/** True where a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Why there can be no window here, in a few words; undefined where there can be one.
 * @returns {string | undefined}
 */
export function whyNoWindow() {
  if (findElectron() === undefined)
    return "Electron's binary is not installed (npx install-electron gets it)";
  return hasDisplay() ? undefined : 'there is no display';
}
