import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The environment in which Node loads a file of `test/faults/preloads` ahead of the studio. */
export const preload = (name: string, settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('test/faults/preloads', `${name}.mjs`)).href}`,
  ...settings,
});
