// `npm run fuzz`: builds the engine and test/fuzz, then gives every reader what nobody would write.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

const program = path.join(root, 'dist/fuzz/fuzz.js');
await build(['engine', 'cli', 'fuzz']);
process.chdir(root);
process.argv = [process.execPath, program, ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
