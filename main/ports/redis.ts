import { isIP } from 'node:net';
import { Redis } from 'ioredis';

/** A connection to Redis, as far as the studio speaks to it; BullMQ takes the same object. */
export interface RedisClient {
  /** Whether commands go through now: `ready`, or anything else. */
  readonly status: string;
  connect(): Promise<void>;
  /** Sends any command, and gives its reply as strings, numbers, null and lists of them. */
  call(command: string, ...words: readonly (string | number)[]): Promise<unknown>;
  /** Has what is said on a channel heard as `message`. */
  subscribe(channel: string): Promise<unknown>;
  /** The same place on a connection of its own: one that listens to a channel can do nothing else. */
  duplicate(): RedisClient;
  on(event: 'close' | 'ready', heard: () => void): unknown;
  on(event: 'error', heard: (error: Error) => void): unknown;
  on(event: 'message', heard: (channel: string, text: string) => void): unknown;
  /** Ends the connection at once. */
  disconnect(): void;
}

/** Where a Redis is, and how it is entered. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly user?: string;
  readonly password?: string;
  readonly secure: boolean;
}

const connectMs = 5000;
const mostBetweenMs = 5000;

/**
 * A connection that is not open yet. The first try is the only one; once it was open, it comes back by itself whenever Redis does, and
 * commands wait until then.
 */
export function redisClient(address: RedisAddress): RedisClient {
  let wasReady = false;
  const { host, port, database, user, password, secure } = address;
  const client = new Redis({
    ...{ host, port, db: database, lazyConnect: true, connectTimeout: connectMs },
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
    // A number is no name that a certificate could be asked for.
    ...(secure ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
    // BullMQ asks for it: its workers wait for a task as long as it takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => (wasReady ? Math.min(200 * times, mostBetweenMs) : null),
  });
  client.on('ready', () => {
    wasReady = true;
  });
  return client;
}
