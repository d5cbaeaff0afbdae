// Where the checkout is, and how its scripts speak: to standard error, since standard output is for results.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * A line to the person at the terminal.
 * @param {string} text
 */
export const say = (text) => process.stderr.write(`[studio] ${text}\n`);

/**
 * True in the script that Node was asked to run, false where it is imported.
 * @param {string} moduleUrl the script's `import.meta.url`
 */
export const isCommand = (moduleUrl) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl);
