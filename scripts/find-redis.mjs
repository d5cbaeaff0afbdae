// Finds a Redis or Valkey server for the tests of queues. As a command (before `npm test`) it installs one where it can.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { aptInstall } from './apt-install.mjs';
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

if (isCommand(import.meta.url) && findRedis() === undefined && !process.env.REDIS_SERVER) {
  say('no Redis found for the tests of queues: installing one ...');
  aptInstall('redis-server');
  // Not an error: those tests are skipped, and say so.
  if (findRedis() === undefined)
    say(
      'no Redis: install redis-server or valkey-server, or set REDIS_SERVER to the path of one. The tests of queues are skipped.',
    );
}
