// `npm run studio -- <command>`: builds what is stale, then is the command line: same process, same exit code.
import { runBuilt } from './run-built.mjs';

await runBuilt('cli/cli.js', process.argv[2] === 'serve' ? ['engine', 'cli', 'renderer'] : ['engine', 'cli']);
