// Links in a project that came from a stranger: they lead nowhere that the person did not mean.
import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../main/api/answer.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { readWithin } from '../../main/services/read-within.ts';
import { studio } from '../cli/studio.ts';
import { openStrange, type Strange, secret } from './project-of-a-stranger.ts';

let strange: Strange;
let small = '';
const home = (name: string) => path.join(strange.folder, 'home', name);
beforeEach(() => {
  strange = openStrange();
  small = path.join(strange.project, 'scenarios/small');
});
afterEach(() => strange.remove());

const call = (name: string, input: unknown) => answer(strange.api, name, input);
const linked = (target: string, ...at: readonly string[]) => {
  const link = path.join(strange.project, ...at);
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { recursive: true, force: true });
  symlinkSync(target, link);
};

describe.skipIf(process.platform === 'win32')('a link', () => {
  it('in the place of data is not read, at any door', async () => {
    linked(home('regions.csv'), 'scenarios/small/data/regions.csv');
    const opened = await call('scenarios.open', { id: 'small' });
    expect(opened).toMatchObject({ ok: false, problem: { code: 'file.unreadable' } });
    expect(JSON.stringify(opened)).toContain('a link that leads out of its folder');
    const text = readFileSync(path.join(small, 'scenario.yaml'), 'utf8');
    const saved = await call('scenarios.save', { id: 'mine', text, base: 'small', title: 'Mine' });
    expect(saved).toMatchObject({ ok: false });
    const { code, err } = await studio(
      ['run', path.join(small, 'scenario.yaml'), '--seeds', '1'],
      strange.folder,
    );
    expect(code).toBe(2);
    expect(err).toContain('a link that leads out of its folder');
    for (const said of [JSON.stringify(opened), JSON.stringify(saved), err])
      expect(said).not.toContain(secret);
  });

  it('in the place of a scenario or its README shows nothing', async () => {
    linked(home('README.md'), 'scenarios/small/README.md');
    const opened = await call('scenarios.open', { id: 'small' });
    expect(opened).toMatchObject({ ok: true, value: { readme: '' } });
    linked(home('scenario.yaml'), 'scenarios/other/scenario.yaml');
    for (const route of ['scenarios.list', 'scenarios.open'])
      expect(JSON.stringify(await call(route, route.endsWith('list') ? {} : { id: 'other' }))).not.toContain(
        secret,
      );
  });

  it('in the place of a scenario’s folder is no scenario', async () => {
    linked(path.join(strange.folder, 'home'), 'scenarios/home');
    expect(JSON.stringify(await call('scenarios.list', {}))).not.toContain(secret);
    expect(await call('scenarios.open', { id: 'home' })).toMatchObject({
      ok: false,
      problem: { code: 'scenario.unknown' },
    });
  });

  it('in the place of a scenario’s file is replaced by a save, and what it led to is as it was', async () => {
    const before = strange.outside();
    const text = readFileSync(path.join(small, 'scenario.yaml'), 'utf8');
    writeFileSync(home('target.yaml'), text);
    linked(home('target.yaml'), 'scenarios/small/scenario.yaml');
    const opened = await call('scenarios.open', { id: 'small' });
    expect(opened).toMatchObject({ ok: false });
    await call('scenarios.save', { id: 'small', text });
    expect(readFileSync(home('target.yaml'), 'utf8')).toBe(text);
    rmSync(home('target.yaml'));
    expect(strange.outside()).toEqual(before);
  });

  it('in the place of a run is no run, and removing a run follows no link', async () => {
    linked(path.join(strange.folder, 'home'), 'runs', 'a'.repeat(64));
    const listed = await call('runs.list', { from: 0 });
    expect(listed).toMatchObject({ ok: true, value: { total: 0 } });
    await nodeFiles.removeFolder(path.join(strange.project, 'runs'));
    expect(lstatSync(home('secret.txt')).isFile()).toBe(true);
  });

  it('within its folder is read like a file', async () => {
    const data = path.join(small, 'data');
    symlinkSync(path.join(data, 'regions.csv'), path.join(data, 'alias.csv'));
    expect((await readWithin(nodeFiles, small, 'data/alias.csv', 1e6)).kind).toBe('bytes');
  });
});
