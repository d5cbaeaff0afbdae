// `npm run bench`: builds the engine and test/bench/bench.ts, then runs it. Standard output holds its figures only.
import { runBuilt } from './run-built.mjs';

await runBuilt('bench/bench.js', ['engine', 'cli', 'bench']);
