import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RedisClient } from '../../ports/redis.ts';
import { jsonIn } from '../json-in.ts';
import { type Presence, presenceSchema } from './queue-messages.ts';
import { presenceKey } from './queue-names.ts';

/** How long a word of presence holds, and how often it is said anew; seconds. */
const holds = 15;
const everyMs = 5000;

/** Somebody's place on the list of who is there. */
export interface Announced {
  leave(): Promise<void>;
}

/** Says that this process is there, and goes on saying so until it leaves; a killed one is off the list after 15 s. */
export async function announce(client: RedisClient, who: Omit<Presence, 'id' | 'host'>): Promise<Announced> {
  const host =
    hostname()
      .replace(/[^\w.-]/g, '-')
      .slice(0, 100) || 'unnamed';
  const word = JSON.stringify({ ...who, id: randomUUID(), host });
  const say = async (): Promise<void> => {
    await client.call('ZADD', presenceKey, (await timeOf(client)) + holds, word);
  };
  await say();
  // While Redis is away there is nobody to say it to.
  const timer = setInterval(() => {
    if (client.status === 'ready') say().catch(() => {});
  }, everyMs);
  return {
    async leave() {
      clearInterval(timer);
      if (client.status !== 'ready') return;
      const said = client.call('ZREM', presenceKey, word).catch(() => {});
      // A Redis that says nothing counts as ready still; the word ends by itself.
      await Promise.race([said, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
    },
  };
}

/** Who is there now. What others have written there and no studio would is passed over. */
export async function present(client: RedisClient): Promise<readonly Presence[]> {
  await client.call('ZREMRANGEBYSCORE', presenceKey, '-inf', await timeOf(client));
  const words = await client.call('ZRANGE', presenceKey, 0, mostRead);
  if (!Array.isArray(words)) return [];
  return words.flatMap((word) => {
    const read = presenceSchema.safeParse(jsonIn(String(word)));
    return read.success ? [read.data] : [];
  });
}

const mostRead = 10_000;

/** Seconds by the clock of Redis: those of the machines may differ. */
async function timeOf(client: RedisClient): Promise<number> {
  const time = await client.call('TIME');
  return Number(Array.isArray(time) ? time[0] : Number.NaN);
}
