import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from './node-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

describe('read', () => {
  it('answers the bytes', async () => {
    writeFileSync(at('a'), Uint8Array.of(0, 255));
    const content = await nodeFiles.read(at('a'), 2);
    expect(content.kind === 'bytes' ? [...content.bytes] : content).toEqual([0, 255]);
  });

  it('reads nothing above the limit', async () => {
    writeFileSync(at('a'), 'abc');
    expect(await nodeFiles.read(at('a'), 2)).toEqual({ kind: 'too-large', size: 3 });
  });

  it('tells what is missing, or not a file', async () => {
    writeFileSync(at('a'), 'abc');
    expect(await nodeFiles.read(at('b'), 9)).toEqual({ kind: 'missing' });
    expect(await nodeFiles.read(at('a/b'), 9)).toEqual({ kind: 'missing' });
    expect(await nodeFiles.read(folder, 9)).toMatchObject({ kind: 'unreadable' });
  });
});

describe('lists', () => {
  it('names folders and files, sorted', async () => {
    mkdirSync(at('b/c'), { recursive: true });
    mkdirSync(at('a'));
    for (const name of ['z', 'b/y', 'b/c/x']) writeFileSync(at(name), '');
    expect(await nodeFiles.foldersIn(folder)).toEqual(['a', 'b']);
    expect(await nodeFiles.filesUnder(folder)).toEqual(['b/c/x', 'b/y', 'z']);
  });

  it('name what stays while folders beside it go', async () => {
    writeFileSync(at('stays'), '');
    for (let i = 0; i < 400; i += 1) mkdirSync(at(`goes/${i}/deep`), { recursive: true });
    const removed = nodeFiles.removeFolder(at('goes'));
    for (let looks = 0; looks < 10; looks += 1) expect(await nodeFiles.filesUnder(folder)).toEqual(['stays']);
    await removed;
  });

  it('are empty where there is no such folder', async () => {
    expect(await nodeFiles.foldersIn(at('none'))).toEqual([]);
    expect(await nodeFiles.filesUnder(at('none'))).toEqual([]);
  });
});

describe('write', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    writeFileSync(at('a.csv'), 'old and longer');
    await nodeFiles.write(at('a.csv'), 'new');
    expect(readFileSync(at('a.csv'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('says why a file cannot be written, and leaves nothing behind', async () => {
    mkdirSync(at('taken'));
    await expect(nodeFiles.write(at('taken'), 'x')).rejects.toMatchObject({
      code: 'file.unwritable',
      where: at('taken'),
    });
    await expect(nodeFiles.write(at('none/a'), 'x')).rejects.toMatchObject({
      message: expect.stringContaining('its folder does not exist'),
    });
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('grow', () => {
  it('lets others read what is there so far', async () => {
    writeFileSync(at('a'), 'before');
    const growing = await nodeFiles.grow(at('a'));
    expect(readFileSync(at('a'), 'utf8')).toBe('');
    await growing.add('one\n');
    expect(readFileSync(at('a'), 'utf8')).toBe('one\n');
    await growing.add('two\n');
    await growing.close();
    expect(readFileSync(at('a'), 'utf8')).toBe('one\ntwo\n');
  });

  it('says why not', async () => {
    await expect(nodeFiles.grow(at('b/c'))).rejects.toMatchObject({ code: 'file.unwritable' });
  });
});
