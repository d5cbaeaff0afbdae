import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../ports/node-files.ts';
import { installationIn } from './installation.ts';
import { createStudio } from './studio.ts';

const shipped = fileURLToPath(new URL('../../scenarios/wireless-burn-mint', import.meta.url));
const root = mkdtempSync(path.join(tmpdir(), 'studio-services-'));
const at = (...parts: string[]) => path.join(root, ...parts);
mkdirSync(at('scenarios'));
mkdirSync(at('dist', 'engine'), { recursive: true });
writeFileSync(at('package.json'), JSON.stringify({ version: '9.8.7' }));
cpSync(shipped, at('scenarios', 'wireless-burn-mint'), { recursive: true });
writeFileSync(at('scenarios', 'wireless-burn-mint', 'README.md'), '# Wireless\n');
const pictures = at('scenarios', 'wireless-burn-mint', 'charts');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(path.join(pictures, 'free'), { recursive: true });
writeFileSync(path.join(pictures, 'free/a.svg'), '<svg>a</svg>');
writeFileSync(path.join(pictures, 'too-large.svg'), ' '.repeat(300_000));
writeFileSync(path.join(pictures, 'notes.html'), '<p>');
mkdirSync(at('scenarios', 'broken'));
writeFileSync(at('scenarios', 'broken', 'scenario.yaml'), 'id: broken\nversion: one\n');
mkdirSync(at('scenarios', 'empty'));
writeFileSync(at('scenarios', 'scenario.schema.json'), '{}');
afterAll(() => rmSync(root, { recursive: true }));

const installation = installationIn(root);
const own = { userFolder: at('person'), usualProject: at('project') };
const studio = createStudio({ installation, door: 'browser', files: nodeFiles, ...own });

describe('scenarios', () => {
  it('are listed, those that cannot be read with their problem', async () => {
    const cards = await studio['scenarios.list']({});
    expect(cards.map(({ id, problem }) => [id, problem !== undefined])).toEqual([
      ['broken', true],
      ['empty', true],
      ['wireless-burn-mint', false],
    ]);
    expect(cards[0]?.problem?.where).toMatch(/^scenarios\/broken\/scenario\.yaml:\d+:\d+$/);
    expect(cards[0]?.problem?.message).toMatch(
      / \(There (is one|are \d+) more problems? in this scenario\.\)$/,
    );
    expect(cards[1]?.problem).toMatchObject({ code: 'file.missing' });
  });

  it('say on their card what they are', async () => {
    const { card, spec } = await studio['scenarios.open']({ id: 'wireless-burn-mint' });
    const agents = spec.mechanisms.find(({ id }) => id === 'agents.providers')?.parameters;
    expect(card).toMatchObject({
      id: 'wireless-burn-mint',
      network: 'wireless',
      startDate: '2023-04-24',
      days: spec.ticks,
      providers: { rows: agents?.rows, weight: agents?.weight },
    });
    expect(card.question).toMatch(/\?$/);
    expect(card.mechanisms.map(({ id }) => id)).toEqual(spec.mechanisms.map(({ id }) => id));
    for (const { id, title } of card.mechanisms) expect(title).not.toBe(id);
  });

  it('are opened with their text, readme and the origin of every value', async () => {
    const { text, readme, pictures, parameters, spec } = await studio['scenarios.open']({
      id: 'wireless-burn-mint',
    });
    expect(text).toBe(readFileSync(path.join(shipped, 'scenario.yaml'), 'utf8'));
    expect(readme).toBe('# Wireless\n');
    expect(pictures).toEqual({ 'charts/free/a.svg': '<svg>a</svg>' });
    const given = spec.mechanisms.flatMap(({ parameters }) => Object.keys(parameters));
    expect(parameters).toHaveLength(given.length);
    for (const { origin } of parameters) expect(['source', 'assumption']).toContain(origin.kind);
  });

  it.each(['wireless-burn-mnt', '../scenarios/broken', '.', 'scenario.schema.json'])(
    'have no %s',
    async (id) => {
      const hint = expect.stringContaining('wireless-burn-mint');
      await expect(studio['scenarios.open']({ id })).rejects.toMatchObject({
        code: 'scenario.unknown',
        hint,
      });
    },
  );

  it('that are broken are not opened, and say where', async () => {
    const where = expect.stringContaining('scenario.yaml:');
    await expect(studio['scenarios.open']({ id: 'broken' })).rejects.toMatchObject({ where });
  });
});

describe('studio.info', () => {
  it('names version, engine and door', async () => {
    const id = `sha256:${'0a'.repeat(32)}`;
    writeFileSync(at('dist', 'engine', 'engine.json'), JSON.stringify({ id }));
    expect(await studio['studio.info']({})).toEqual({ version: '9.8.7', engineId: id, door: 'browser' });
  });

  it.each(['', '{', '{}', '{"id":"sha256:0"}', '[]'])(
    'says what to do if the engine states "%s"',
    async (text) => {
      writeFileSync(at('dist', 'engine', 'engine.json'), text);
      await expect(studio['studio.info']({})).rejects.toMatchObject({
        code: 'installation.broken',
        hint: expect.stringContaining('npm run build'),
        where: at('dist', 'engine', 'engine.json'),
      });
    },
  );
});

describe('exports.save', () => {
  it('leaves it to the page where nobody can be asked', async () => {
    expect(await studio['exports.save']({ name: 'a.csv', text: 'x' })).toEqual({ saved: null });
  });

  it('writes where the person says', async () => {
    const choose = async (name: string) => at(name);
    const desktop = createStudio({
      installation,
      door: 'desktop',
      files: nodeFiles,
      ...own,
      saveDialog: { choose },
    });
    expect(await desktop['exports.save']({ name: 'a.csv', text: 'x\n' })).toEqual({ saved: at('a.csv') });
    expect(readFileSync(at('a.csv'), 'utf8')).toBe('x\n');
    await desktop['exports.save']({ name: 'a.png', base64: 'iVBORwD/' });
    expect([...readFileSync(at('a.png'))]).toEqual([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);
  });
});
