// `npm run fuzz`: builds the engine and test/fuzz, then gives every reader what nobody would write.
import { root } from './root.mjs';
import { runBuilt } from './run-built.mjs';

process.chdir(root);
await runBuilt('fuzz/fuzz.js', ['engine', 'cli', 'fuzz']);
