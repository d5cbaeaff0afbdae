import { StudioError } from '../../../sim-core/contract/errors.ts';
import { type RedisClient, redisClient } from '../../ports/redis.ts';
import { type QueueAddress, withoutPasswords } from './queue-address.ts';
import { printable } from './queue-messages.ts';

/** A Redis that answers. */
export interface Reached {
  readonly client: RedisClient;
  /** Its address without a password. */
  readonly shown: string;
  /** What is allowed and yet worth knowing. */
  readonly warnings: readonly string[];
  /** Tells when it is away, and when it is back. */
  watch(told: (text: string) => void): void;
  /** Ends the connection; what is watched says nothing more. */
  close(): void;
}

/** BullMQ's own least version that it recommends; any Valkey is newer. */
const leastVersion = [6, 2] as const;

/** How long it may take to be reached, in milliseconds. */
const mostMs = 5000;

/** Connects, and looks whether queues can be kept there. Throws `redis.*` with the reason in words. */
export async function reachRedis({ redis, shown }: QueueAddress): Promise<Reached> {
  const client = redisClient(redis);
  let last: Error | undefined;
  client.on('error', (error) => {
    last = error;
  });
  try {
    const memory = await inTime(examine(client, redis, shown));
    let told = (_text: string): void => {};
    watch(client, shown, (text) => told(text));
    return {
      ...{ client, shown, warnings: warningsOf(memory) },
      watch: (tell) => {
        told = tell;
      },
      close() {
        told = () => {};
        client.disconnect();
      },
    };
  } catch (thrown) {
    client.disconnect();
    if (thrown instanceof StudioError) throw thrown;
    // The connection only says that it is closed; what it heard before says why.
    throw unreachable(shown, [last, thrown], redis.secure);
  }
}

/** Connects and looks at the server. Answers what it says of its memory. */
async function examine(
  client: RedisClient,
  { database }: QueueAddress['redis'],
  shown: string,
): Promise<string> {
  await client.connect();
  // The client passes over a number that Redis does not have, and would go on in another database.
  await client.call('SELECT', database);
  checkVersion(await textOf(client, 'INFO', 'server'), shown);
  return await textOf(client, 'INFO', 'memory');
}

/** What listens there may take a connection and say nothing. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), mostMs);
  });
  work.catch(() => {});
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const textOf = async (client: RedisClient, command: string, ...words: string[]): Promise<string> =>
  String(await client.call(command, ...words));

const fieldOf = (info: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];

function checkVersion(server: string, shown: string): void {
  if (fieldOf(server, 'valkey_version') !== undefined) return;
  const version = fieldOf(server, 'redis_version') ?? 'unknown';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = leastVersion;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new StudioError({
    code: 'redis.version',
    message: `${shown} is Redis ${printable(version).slice(0, 40)}; queues need ${leastVersion.join('.')} or newer.`,
    hint: 'Use a newer Redis, or Valkey.',
    where: '--queue',
  });
}

function warningsOf(memory: string): readonly string[] {
  const policy = fieldOf(memory, 'maxmemory_policy');
  if (policy === undefined || policy === 'noeviction') return [];
  return [
    `This Redis throws keys away when its memory is full (maxmemory-policy ${printable(policy).slice(0, 40)}). Tasks that it loses are asked for again, which takes time: set it to noeviction.`,
  ];
}

function watch(client: RedisClient, shown: string, told: (text: string) => void): void {
  let away = false;
  client.on('close', () => {
    if (away) return;
    away = true;
    told(`${shown} does not answer: waiting until it is back. Nothing is lost.`);
  });
  client.on('ready', () => {
    if (away) told(`${shown} is back.`);
    away = false;
  });
}

interface Reason {
  readonly when: RegExp;
  readonly code: string;
  readonly says: string;
  readonly hint: string;
}

/** What the client or the server says, and what it means to a person. */
const reasons: readonly Reason[] = [
  {
    when: /ECONNREFUSED/,
    code: 'redis.refused',
    says: 'nothing listens there',
    hint: 'Is Redis running there? Check host and port; Redis uses 6379 unless told otherwise.',
  },
  {
    when: /ENOTFOUND|EAI_AGAIN/,
    code: 'redis.host',
    says: 'there is no such host',
    hint: 'Check how the host is written, and that this computer can find it.',
  },
  {
    when: /WRONGPASS|invalid (username|password)/i,
    code: 'redis.password',
    says: 'it does not accept this user and password',
    hint: 'Check both. In a URL, characters such as @ or / are written %40 and %2F.',
  },
  {
    when: /NOAUTH|AUTH <password> called without any password|without any password configured/i,
    code: 'redis.password',
    says: 'it asks for other credentials than were given',
    hint: 'Write redis://user:password@host:port, or give the password in the environment as DEPIN_STUDIO_QUEUE_PASSWORD.',
  },
  {
    when: /NOPERM/,
    code: 'redis.permission',
    says: 'this user is not allowed to do what a queue needs',
    hint: 'Its rules have to allow all commands on keys that begin with depin-studio: and on channels of that name.',
  },
  {
    when: /ETIMEDOUT|timeout|timed out/i,
    code: 'redis.silent',
    says: 'it does not answer within 5 s',
    hint: 'Check host and port, and whether a firewall stands between.',
  },
  {
    when: /DB index is out of range|invalid DB index/i,
    code: 'redis.database',
    says: 'it has no database of that number',
    hint: 'Leave the number behind the last / away to use database 0.',
  },
  {
    when: /wrong version number|SSL|TLS|certificate|self.signed|ECONNRESET|Connection is closed/i,
    code: 'redis.encryption',
    says: 'the connection was cut while it was being made',
    hint: 'Where the connection is to be encrypted write rediss://, where not redis://. A certificate has to be one that Node trusts (NODE_EXTRA_CA_CERTS).',
  },
  {
    when: /Protocol error/,
    code: 'redis.other',
    says: 'what listens there is no Redis',
    hint: 'Check the port.',
  },
];

function unreachable(shown: string, thrown: readonly unknown[], secure: boolean): StudioError {
  const texts = thrown.flatMap((each) => (each instanceof Error ? [`${codeOf(each)} ${each.message}`] : []));
  const reason = texts.flatMap((text) => reasons.filter(({ when }) => when.test(text)))[0];
  const plain = printable(withoutPasswords(texts[0]?.trim() ?? 'it does not answer')).slice(0, 300);
  const encrypted = secure ? ' over an encrypted connection' : '';
  return new StudioError({
    code: reason?.code ?? 'redis.failed',
    message: `${shown} cannot be reached${encrypted}: ${reason?.says ?? plain}.`,
    ...(reason === undefined
      ? {}
      : { hint: `${reason.hint}${secure && reason.code === 'redis.silent' ? notEncrypted : ''}` }),
    where: '--queue',
  });
}

const notEncrypted = ' Where the connection is not encrypted write redis:// in the place of rediss://.';

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');
