import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { nodeFiles } from '../../ports/node-files.ts';
import { proposalFiles } from './proposal-files.ts';
import { createTaskKeeper } from './task-keeper.ts';

const project = mkdtempSync(path.join(tmpdir(), 'studio-proposals-'));
afterAll(() => rmSync(project, { recursive: true }));
const proposals = proposalFiles(nodeFiles, project);

it('a proposal is a file that is never written over unseen', async () => {
  expect(await proposals.list()).toEqual([]);
  const kept = await proposals.save({ id: 'halving', text: '# Halving\n' });
  expect(await proposals.save({ id: 'halving', text: 'no heading' })).toMatchObject({ id: 'halving-2' });
  expect(await proposals.list()).toEqual([
    { id: 'halving', title: 'Halving' },
    { id: 'halving-2', title: 'halving-2' },
  ]);
  const file = path.join(project, 'proposals/halving.md');
  await proposals.save({ id: 'halving', text: '# Two\n', over: kept.digest });
  expect(readFileSync(file, 'utf8')).toBe('# Two\n');
  writeFileSync(file, '# Theirs\n');
  await expect(proposals.save({ id: 'halving', text: '# Three\n', over: kept.digest })).rejects.toMatchObject(
    {
      code: 'proposal.changed-outside',
    },
  );
  expect(readFileSync(file, 'utf8')).toBe('# Theirs\n');
  expect(await proposals.open('halving')).toMatchObject({ text: '# Theirs\n' });
  await expect(proposals.open('none')).rejects.toMatchObject({ code: 'proposal.unknown' });
});

it('a task tells how far it is, what came of it, and stays cancelled', async () => {
  const tasks = createTaskKeeper();
  const { task } = tasks.start('compose', async ({ begin, enough }) => {
    begin('Runs', 4).seedOver?.(0, '1', 'stored');
    await new Promise((resolve) => enough.addEventListener('abort', resolve));
    return { text: 'draft' };
  });
  expect(tasks.get(task)).toMatchObject({ state: 'running', doing: 'Runs', runs: 1, of: 4 });
  tasks.finish(task);
  await expect.poll(() => tasks.get(task)).toMatchObject({ state: 'done', text: 'draft' });
  const other = tasks.start('verify', async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new Error('stopped');
  });
  expect(tasks.cancel(other.task)).toMatchObject({ state: 'cancelled' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(tasks.get(other.task)).toMatchObject({ state: 'cancelled' });
  expect(() => tasks.get('verify-9')).toThrow('closed before');
});
