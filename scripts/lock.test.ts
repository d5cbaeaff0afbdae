import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-lock-'));
  lock = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('holds while the work runs and leaves nothing behind', async () => {
  const held = await withLock(lock, async () => existsSync(path.join(lock, String(process.pid))));
  expect(held).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

it('is let go when the work fails', async () => {
  const failing = withLock(lock, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

it('is taken over from a process that was killed', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(lock);
  writeFileSync(path.join(lock, String(pid)), '');
  expect(await withLock(lock, () => 'taken')).toBe('taken');
});

it('is held by what a killed process had started, until that ends', async () => {
  const { pid: killed } = spawnSync(process.execPath, ['--version']);
  const orphan = spawn(process.execPath, ['--eval', 'setTimeout(() => undefined, 60_000)']);
  mkdirSync(lock);
  for (const pid of [killed, orphan.pid]) writeFileSync(path.join(lock, String(pid)), '');
  let isTaken = false;
  const taking = withLock(lock, () => {
    isTaken = true;
  });
  await setTimeout(500);
  expect(isTaken).toBe(false);
  orphan.kill();
  await taking;
  expect(isTaken).toBe(true);
});

it('lets one of several processes in at a time', async () => {
  const log = path.join(folder, 'log');
  const work = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await setTimeout(50);
      appendFileSync(${JSON.stringify(log)}, 'out ');
    });`;
  const ends = [1, 2, 3].map(
    () =>
      new Promise((resolve) => {
        spawn(process.execPath, ['--input-type=module', '--eval', work]).on('exit', resolve);
      }),
  );
  expect(await Promise.all(ends)).toEqual([0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
});
