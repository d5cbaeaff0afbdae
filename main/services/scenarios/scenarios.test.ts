import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { StudioApi } from '../../api/studio-api.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { installationIn } from '../installation.ts';
import { createStudio } from '../studio.ts';

const installation = installationIn(fileURLToPath(new URL('../../..', import.meta.url)));
const root = mkdtempSync(path.join(tmpdir(), 'studio-scenarios-'));
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;
let project: string;
let studio: StudioApi;
beforeEach(() => {
  project = path.join(root, `project-${count++}`);
  const parts = {
    installation,
    door: 'memory',
    files: nodeFiles,
    userFolder: path.join(root, 'me'),
  } as const;
  studio = createStudio({ ...parts, project, usualProject: project });
});

const id = 'wireless-burn-mint';
const period = 'emission.halving.period';

const opened = () => studio['scenarios.open']({ id });

describe('a text', () => {
  it('is read as if it stood in its file, beside its data', async () => {
    const { text, spec } = await opened();
    expect(await studio['scenarios.check']({ id, text })).toMatchObject({ ok: true, spec });
  });

  it('is told with file, line and column of what is wrong', async () => {
    const { text } = await opened();
    const checked = await studio['scenarios.check']({ id, text: text.replace('version: 1', 'version: one') });
    expect(checked).toMatchObject({ ok: false });
    if (checked.ok) return;
    expect(checked.problems[0]?.where).toMatch(/^scenarios\/wireless-burn-mint\/scenario\.yaml:\d+:\d+$/);
  });
});

describe('an edit', () => {
  const edit = async (...edits: Parameters<StudioApi['scenarios.edit']>[0]['edits']) => {
    const { text } = await opened();
    return await studio['scenarios.edit']({ id, text, edits });
  };

  it('changes a value and nothing else', async () => {
    const { text } = await opened();
    const edited = await edit({ kind: 'set', path: 'horizon', written: '400 day' });
    expect(edited).toMatchObject({ ok: true, spec: { ticks: 400 } });
    const changed = edited.text.split('\n').filter((line) => !text.includes(line));
    expect(changed).toHaveLength(1);
  });

  it('takes a value back to its default', async () => {
    const first = await edit({ kind: 'set', path: 'market.amm.fee', written: '0.01' });
    const { card } = await opened();
    const amm = card.mechanisms.some((each) => each.id === 'market.amm');
    expect(first.ok).toBe(amm);
  });

  it('refuses a value outside its range, and leaves the text', async () => {
    const { text, parameters } = await opened();
    const some = parameters.find(({ path: each }) => each === 'agents.providers.rows');
    expect(some).toBeDefined();
    const edited = await edit({ kind: 'set', path: 'agents.providers.rows', written: '-5' });
    expect(edited).toMatchObject({ ok: false, text });
  });

  it('adds, swaps and removes mechanisms', async () => {
    const { spec } = await opened();
    const listed = (await studio['model.mechanisms']({})).map((each) => each.id);
    const unused = listed.find(
      (each) => each.startsWith('shocks.') && !spec.mechanisms.some((use) => use.id === each),
    );
    if (unused === undefined) throw new Error('every shock is used');
    const added = await edit({ kind: 'add', mechanism: unused });
    expect(added.text).toContain(`- use: ${unused}`);
    const { text } = added;
    const removed = await studio['scenarios.edit']({
      id,
      text,
      edits: [{ kind: 'remove', mechanism: unused }],
    });
    expect(removed.text).not.toContain(unused);
    const swapped = await edit({ kind: 'swap', mechanism: 'emission.halving', to: 'emission.weekly-decay' });
    expect(swapped.text).toContain('- use: emission.weekly-decay');
    expect(swapped.text).not.toContain('emission.halving');
  });

  it('is refused in words where the text is broken', async () => {
    const edits = [{ kind: 'set', path: period, written: '3' }] as const;
    await expect(studio['scenarios.edit']({ id, text: 'id: [', edits })).rejects.toMatchObject({
      code: 'scenario.broken-text',
    });
  });
});

describe('saving', () => {
  const saveNew = async () => {
    const { text } = await opened();
    return await studio['scenarios.save']({ id: 'mine', text, base: id, title: 'Mine' });
  };

  it('makes a scenario of the project, with the data of its base', async () => {
    const saved = await saveNew();
    expect(saved.card).toMatchObject({ id: 'mine', place: 'project', base: id, title: 'Mine' });
    expect(readFileSync(path.join(project, 'scenarios/mine/scenario.yaml'), 'utf8')).toBe(saved.text);
    const cards = await studio['scenarios.list']({});
    expect(cards.find((card) => card.id === 'mine')).toMatchObject({ place: 'project' });
    const { spec } = await opened();
    expect(saved.spec.mechanisms).toEqual(spec.mechanisms);
  });

  it('never writes over what another program wrote', async () => {
    const { textDigest, text } = await saveNew();
    const file = path.join(project, 'scenarios/mine/scenario.yaml');
    writeFileSync(file, `${text}# by hand\n`);
    const over = { id: 'mine', text: `${text}# here\n`, over: textDigest };
    await expect(studio['scenarios.save'](over)).rejects.toMatchObject({ code: 'scenario.changed-outside' });
    expect(readFileSync(file, 'utf8')).toBe(`${text}# by hand\n`);
    await expect(saveNew()).rejects.toMatchObject({ code: 'scenario.taken' });
  });

  it('never writes over what it cannot read', async () => {
    const { textDigest, text } = await saveNew();
    const file = path.join(project, 'scenarios/mine/scenario.yaml');
    const long = `${text}#${' '.repeat(2 * 1024 * 1024)}\n`;
    writeFileSync(file, long);
    const over = { id: 'mine', text: `${text}# here\n`, over: textDigest };
    await expect(studio['scenarios.save'](over)).rejects.toMatchObject({ code: 'scenario.changed-outside' });
    expect(readFileSync(file, 'utf8')).toBe(long);
  });

  it('shows in the revision of the project, like a change from outside', async () => {
    const revision = async () => (await studio['projects.revision']({})).revision;
    const before = await revision();
    expect(await revision()).toBe(before);
    await saveNew();
    const after = await revision();
    expect(after).not.toBe(before);
    writeFileSync(path.join(project, 'scenarios/mine/scenario.yaml'), 'id: mine\n');
    expect(await revision()).not.toBe(after);
  });
});

describe('projects', () => {
  it('are opened by their full path, and remembered', async () => {
    const other = path.join(root, 'another');
    await studio['projects.open']({ folder: other });
    const { project: current, recent } = await studio['projects.current']({});
    expect(current).toEqual({ folder: other, name: 'another', exists: false });
    expect(recent[0]?.folder).toBe(other);
    await expect(studio['projects.open']({ folder: 'here' })).rejects.toMatchObject({
      code: 'project.unusable',
    });
    writeFileSync(path.join(root, 'file'), '');
    const file = path.join(root, 'file');
    await expect(studio['projects.open']({ folder: file })).rejects.toMatchObject({ where: file });
  });
});
