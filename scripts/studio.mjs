// `npm run studio -- <command>`: builds what is stale, then is the command line: same process, same exit code.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './root.mjs';

const args = process.argv.slice(2);
const cli = path.join(root, 'dist/cli/cli.js');
await build(args[0] === 'serve' ? ['engine', 'cli', 'renderer'] : ['engine', 'cli']);
process.argv = [process.execPath, cli, ...args];
await import(pathToFileURL(cli).href);
