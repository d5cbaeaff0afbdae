// Everything that keeps a person from reaching Redis, in words.
import { createServer, type Server } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { queueAddress } from '../../main/services/queue/queue-address.ts';
import { reachRedis } from '../../main/services/queue/reach-redis.ts';
import { startRedis, whyNoQueue } from './redis.ts';

const redis = whyNoQueue === undefined ? await startRedis('--requirepass', 's3cret/word') : undefined;
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await redis?.end();
});

const commandsIn = (data: Buffer) => data.toString().match(/^\*\d+\r$/gm)?.length ?? 1;

/** A server that answers every command with the same text; without one it hangs up. */
const answering = (text: string | undefined): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (data) =>
        text === undefined ? socket.destroy() : socket.write(text.repeat(commandsIn(data))),
      );
    });
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

const tried = async (url: string) =>
  await reachRedis(queueAddress(url)).then(
    () => 'reached',
    (why) => why,
  );
const info = (fields: string) => `$${fields.length}\r\n${fields}\r\n`;

describe.skipIf(redis === undefined)(`Redis${whyNoQueue === undefined ? '' : ` (${whyNoQueue})`}`, () => {
  it('is reached with the right password, which nothing shows', async () => {
    const address = queueAddress(`redis://:s3cret%2Fword@127.0.0.1:${redis?.port}/3`);
    const reached = await reachRedis(address);
    expect(await reached.client.call('PING')).toBe('PONG');
    expect(reached.shown).toBe(`redis://:***@127.0.0.1:${redis?.port}/3`);
    reached.close();
  });

  it('that cannot be reached is told with the reason, and never with a password', async () => {
    const at = `127.0.0.1:${redis?.port}`;
    const nobody = await answering('');
    servers.at(-1)?.close();
    const cases: [string, string][] = [
      [`redis://127.0.0.1:${nobody}`, 'redis.refused'],
      ['redis://no-such-host.invalid', 'redis.host'],
      [`redis://${at}`, 'redis.password'],
      [`redis://:hunter2@${at}`, 'redis.password'],
      [`redis://me:hunter2@${at}`, 'redis.password'],
      [`redis://:s3cret%2Fword@${at}/999`, 'redis.database'],
      [`redis://127.0.0.1:${await answering('HTTP/1.1 400 Bad Request\r\n\r\n')}`, 'redis.other'],
      // A server that closes the connection where it hears the beginnings of an encrypted one.
      [`rediss://:hunter2@127.0.0.1:${await answering(undefined)}`, 'redis.encryption'],
      [`redis://127.0.0.1:${await answering(info('redis_version:5.0.7\r\nloading:0\r\n'))}`, 'redis.version'],
    ];
    for (const [url, code] of cases) {
      const why = await tried(url);
      expect({ url, code: why.code, said: `${why.message} ${why.hint}` }).toEqual({
        ...{ url, code },
        said: expect.not.stringContaining('hunter2'),
      });
      expect(why.hint.length).toBeGreaterThan(10);
    }
  });

  it('that throws keys away is told of', async () => {
    const reached = await reachRedis(queueAddress(`redis://:s3cret%2Fword@127.0.0.1:${redis?.port}`));
    expect(reached.warnings).toEqual([]);
    await reached.client.call('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    reached.close();
    const again = await reachRedis(queueAddress(`redis://:s3cret%2Fword@127.0.0.1:${redis?.port}`));
    expect(again.warnings).toEqual([expect.stringContaining('set it to noeviction')]);
    again.close();
  });
});
