// `npm run load`: builds the studio and test/load, then gives it very much of everything, and says how long it takes.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

const program = path.join(root, 'dist/load/load.js');
await build(['engine', 'cli', 'renderer', 'load']);
process.chdir(root);
process.argv = [process.execPath, program, ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
