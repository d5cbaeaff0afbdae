// Debian's own packages, for what tests need beside npm's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs a package where this user may, and starts no service of it: tests start servers of their own.
 * @param {string} name
 * @returns {boolean} whether it is installed now
 */
export function aptInstall(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 2, 2] })
      .status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', name);
}
