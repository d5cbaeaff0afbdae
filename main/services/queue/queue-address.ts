import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { RedisAddress } from '../../ports/redis.ts';

/** A queue's address, and the same as it may be shown: with no password in it. */
export interface QueueAddress {
  readonly redis: RedisAddress;
  readonly shown: string;
}

/** Whether the connection is encrypted, by the scheme of the URL. Valkey speaks as Redis does. */
const schemes = new Map([
  ['redis:', false],
  ['rediss:', true],
  ['valkey:', false],
  ['valkeys:', true],
]);

const usualPort = 6379;

/**
 * Reads `redis://[user[:password]@]host[:port][/database]`. A password that stands beside, such as in the environment, is taken where the
 * URL has none. Throws `queue.url`, which never repeats a password.
 */
export function queueAddress(written: string, password?: string): QueueAddress {
  const url = parsed(written);
  const secure = schemes.get(url.protocol);
  if (secure === undefined) throw refused(`It begins with ${url.protocol}//.`);
  if (url.hostname === '') throw refused('It names no host.');
  if (url.search !== '' || url.hash !== '') throw refused('It has a part behind ? or #.');
  const database = url.pathname.replace(/^\//, '');
  if (!/^\d{0,4}$/.test(database)) throw refused(`"${database.slice(0, 20)}" is no number of a database.`);
  const secret = decoded(url.password) || password || undefined;
  const user = decoded(url.username) || undefined;
  const shown = `${url.protocol}//${user ?? ''}${secret === undefined ? '' : ':***'}${
    user === undefined && secret === undefined ? '' : '@'
  }${url.host}/${database === '' ? 0 : Number(database)}`;
  return {
    shown,
    redis: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? usualPort : Number(url.port),
      database: Number(database),
      ...(user === undefined ? {} : { user }),
      ...(secret === undefined ? {} : { password: secret }),
      secure,
    },
  };
}

/** Any text without the passwords of URLs in it: for what is kept or shown of a command line. */
export const withoutPasswords = (text: string): string =>
  // From the first colon to the last @, as URLs are read: too much does no harm.
  text.replace(/(\b(?:redis|valkey)s?:\/\/[^:]*):[\s\S]*@/gi, '$1:***@');

function parsed(written: string): URL {
  try {
    return new URL(written);
  } catch {
    throw refused('It is no URL.');
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refused('Its user or password holds a % that is no code of a character.');
  }
}

const refused = (because: string): StudioError =>
  new StudioError({
    code: 'queue.url',
    message: `The address of the queue cannot be read. ${because}`,
    hint: 'Write redis://host:6379, rediss://host:6379 where the connection is encrypted, with user:password@ before the host where Redis asks for them.',
    where: '--queue',
  });
