// `npm run faults`: builds the studio and test/faults, then lets faults strike. Where the system allows it, in a namespace of its own, so
// that disks can be mounted which nobody else sees and which are gone in the end, whatever happens.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { root } from './root.mjs';

const program = path.join(root, 'dist/faults/faults.js');
await build(['engine', 'cli', 'renderer', 'faults']);

const alone = ['--user', '--map-root-user', '--mount'];
const probe = [...alone, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'];
const canMount = process.platform === 'linux' && spawnSync('unshare', probe).status === 0;
const command = [process.execPath, program, ...process.argv.slice(2)];
const [name = '', ...args] = canMount ? ['unshare', ...alone, ...command] : command;
const { status } = spawnSync(name, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
