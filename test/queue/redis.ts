import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRedis } from '../../scripts/find-redis.mjs';

/** A Redis of the test's own, which keeps nothing on the disk. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Starts it again where it was, with nothing in its memory. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it for good. */
  end(): Promise<void>;
}

const server = findRedis();

/** Why queues cannot be tested here; undefined where they can. */
export const whyNoQueue: string | undefined =
  server === undefined
    ? 'no redis-server and no valkey-server on the PATH: install one of them (Debian: apt-get install redis-server)'
    : undefined;

/** Starts a Redis on a free port, with more of its options where they are given. */
export async function startRedis(...options: readonly string[]): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-redis-'));
  const port = await freePort();
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const child = spawn(server ?? '', [
      ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
      ...options,
    ]);
    running = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        if (text.toString().includes('Ready to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error('Redis did not start')));
    });
  };
  const stop = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    ...{ url: `redis://127.0.0.1:${port}`, port, start, stop },
    async end() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
