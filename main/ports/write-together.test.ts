import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishTogether, writeTogether } from './write-together.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-together-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const content = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
const put = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
};
const some = 'c0ffee00-0000-4000-8000-000000000000';

it('writes all, and leaves nothing beside them', async () => {
  put({ 'a.csv': 'old' });
  const paths = await writeTogether(folder, [
    { name: 'a.csv', chunks: ['ne', 'w'] },
    { name: 'b.json', chunks: [new TextEncoder().encode('{}')] },
  ]);
  expect(content()).toEqual({ 'a.csv': 'new', 'b.json': '{}' });
  expect(paths).toEqual(['a.csv', 'b.json'].map((name) => path.join(folder, name)));
});

it('leaves the old files where one cannot be made', async () => {
  put({ 'a.csv': 'old' });
  const broken = {
    name: 'b.json',
    get chunks(): string[] {
      throw new Error('no more numbers');
    },
  };
  await expect(writeTogether(folder, [{ name: 'a.csv', chunks: ['new'] }, broken])).rejects.toThrow(
    'numbers',
  );
  expect(content()).toEqual({ 'a.csv': 'old' });
});

it('finishes what was cut off between two names, and leaves what was cut off before', async () => {
  put({ 'a.csv': 'new', 'b.csv': 'old', [`.b.csv.${some}`]: 'new', [`.c.csv.${some}`]: 'half' });
  put({ [`.together-${some}`]: JSON.stringify([`.a.csv.${some}`, `.b.csv.${some}`]) });
  await finishTogether(folder);
  expect(content()).toEqual({ 'a.csv': 'new', 'b.csv': 'new', [`.c.csv.${some}`]: 'half' });
});

it('moves nothing out of its folder, whatever a list says', async () => {
  const list = [`../x.${some}`, `./../.x.${some}`, `...${some}`, `.a/b.${some}`, 'a.csv', 7, null];
  put({ 'a.csv': 'old', [`.together-${some}`]: JSON.stringify(list) });
  await finishTogether(folder);
  expect(content()).toEqual({ 'a.csv': 'old' });
});

it('leaves the rest to be finished where one name cannot be given', async () => {
  mkdirSync(path.join(folder, 'b.csv', 'in the way'), { recursive: true });
  const files = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, chunks: ['new'] }));
  await expect(writeTogether(folder, files)).rejects.toThrow();
  rmSync(path.join(folder, 'b.csv'), { recursive: true });
  await finishTogether(folder);
  expect(content()).toEqual({ 'a.csv': 'new', 'b.csv': 'new', 'c.csv': 'new' });
});
