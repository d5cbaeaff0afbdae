// Makes a fresh or updated clone ready: runs `npm ci` when node_modules is absent or made from another lockfile.
// Called from the pre-scripts, so it uses nothing that has to be installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root, say } from './root.mjs';

const stamp = path.join(root, 'node_modules', '.studio-deps');
const lock = path.join(root, '.studio-install.lock');

/** The same range as `engines` in package.json, which npm only warns about. */
function nodeIsSupported() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** What node_modules must have been made from: the lockfile, on this platform. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

/**
 * Runs `npm ci`. Its process holds the lock too: it goes on if this one is killed, and two at once would mix.
 * @param {(pid: number) => void} alsoHeldBy
 * @returns {Promise<number>} its exit status
 */
function runNpmCi(alsoHeldBy) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  // The npm that is running this script, not whichever is first on the path.
  const npm = process.env.npm_execpath ?? '';
  const run = /npm-cli\.[cm]?js$/.test(npm)
    ? { command: process.execPath, args: [npm, ...args], shell: false }
    : { command: 'npm', args, shell: process.platform === 'win32' };
  return new Promise((resolve) => {
    const child = spawn(run.command, run.args, { cwd: root, stdio: ['ignore', 2, 2], shell: run.shell });
    if (child.pid !== undefined) alsoHeldBy(child.pid);
    child.on('error', (error) => {
      say(`npm could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** @param {(pid: number) => void} alsoHeldBy */
async function install(alsoHeldBy) {
  if (isFresh()) return 0;
  say('installing dependencies (npm ci) ...');
  const started = Date.now();
  const status = await runNpmCi(alsoHeldBy);
  if (status !== 0) {
    say('npm ci failed: see its message above');
    return status;
  }
  writeFileSync(stamp, wanted());
  say(`dependencies ready in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return 0;
}

if (!nodeIsSupported()) {
  say(
    `Node ${process.versions.node} is not supported: install Node 20.19 or newer, or 22.12 or newer (nodejs.org)`,
  );
  process.exitCode = 1;
} else if (!isFresh()) {
  process.exitCode = await withLock(lock, install);
}
