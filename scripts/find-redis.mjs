// Finds a Redis or Valkey server for the tests of queues. As a command (before `npm test`) it installs one where it can.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isCommand, say } from './root.mjs';

/**
 * The path of a server to test with: the one that REDIS_SERVER names, or one on the PATH.
 * @returns {string | undefined}
 */
export function findRedis() {
  const named = process.env.REDIS_SERVER;
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return ['redis-server', 'valkey-server']
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((candidate) => existsSync(candidate));
}

/** @param {string} command @param {string[]} args */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
}

/** Debian's own package, where this user may install it. */
function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300'];
  // No service is to be started here: the tests start servers of their own.
  const env = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  if (!succeeds('env', [...env, ...apt, 'update'])) return;
  succeeds('env', [...env, ...apt, 'install', '-y', '--no-install-recommends', 'redis-server']);
}

if (isCommand(import.meta.url) && findRedis() === undefined && !process.env.REDIS_SERVER) {
  say('no Redis found for the tests of queues: installing one ...');
  install();
  // Not an error: those tests are skipped, and say so.
  if (findRedis() === undefined)
    say(
      'no Redis: install redis-server or valkey-server, or set REDIS_SERVER to the path of one. The tests of queues are skipped.',
    );
}
