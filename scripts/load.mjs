// `npm run load`: builds the studio and test/load, then gives it very much of everything, and says how long it takes.
import { root } from './root.mjs';
import { runBuilt } from './run-built.mjs';

process.chdir(root);
await runBuilt('load/load.js', ['engine', 'cli', 'renderer', 'load']);
