// `npm run bench`: builds the engine and test/bench/bench.ts, then runs it. Standard output holds its figures only.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

const bench = path.join(root, 'dist/bench/bench.js');
await build(['engine', 'cli', 'bench']);
process.argv = [process.execPath, bench, ...process.argv.slice(2)];
await import(pathToFileURL(bench).href);
