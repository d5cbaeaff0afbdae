import { expect, it } from 'vitest';
import { smallFiles, smallText } from '../../test/small-scenario.ts';
import type { FileContent } from './file-content.ts';
import { limits } from './limits.ts';
import { openScenario } from './open-scenario.ts';

const bytesOf = (text: string): FileContent => ({ kind: 'bytes', bytes: new TextEncoder().encode(text) });

it('asks for the data files that the text names, each once, with their limits', async () => {
  const asked: string[] = [];
  const read = async (name: string, limit: number): Promise<FileContent> => {
    asked.push(`${name} ${limit}`);
    return bytesOf(name === 'scenario.yaml' ? smallText : (smallFiles.get(name) ?? ''));
  };
  expect((await openScenario(read, 'scenario.yaml', 'folder/scenario.yaml')).ok).toBe(true);
  expect(asked).toEqual([
    `scenario.yaml ${limits.scenarioBytes}`,
    `data/regions.csv ${limits.dataBytes}`,
    `data/weekly.csv ${limits.dataBytes}`,
  ]);
});

it.each([
  { content: { kind: 'missing' }, code: 'file.missing', message: 'There is no file my.yaml.' },
  {
    content: { kind: 'too-large', size: 209_715_200 },
    code: 'file.too-large',
    message: 'my.yaml has 209715200 bytes: more than the 2097152 that are read.',
  },
  {
    content: { kind: 'unreadable', because: 'it is a folder' },
    code: 'file.unreadable',
    message: 'my.yaml cannot be read: it is a folder.',
  },
  {
    content: { kind: 'bytes', bytes: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0) },
    code: 'file.not-text',
    message: 'my.yaml is not a text file: it holds a NUL byte (byte 5).',
  },
] satisfies { content: FileContent; code: string; message: string }[])(
  '$code',
  async ({ content, code, message }) => {
    const read = await openScenario(async () => content, 'my.yaml', 'my.yaml');
    expect(read).toMatchObject({ ok: false, problems: [{ code, message, where: 'my.yaml' }] });
  },
);

it('names a data file as messages know it', async () => {
  const read = await openScenario(
    async (name) => (name === 'x.yaml' ? bytesOf(smallText) : { kind: 'too-large', size: 99_999_999 }),
    'x.yaml',
    'some/folder/x.yaml',
  );
  expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
    'some/folder/data/regions.csv has 99999999 bytes: more than the 16777216 that are read.',
    'some/folder/data/weekly.csv has 99999999 bytes: more than the 16777216 that are read.',
  ]);
});
