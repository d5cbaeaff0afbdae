import { expect, it } from 'vitest';
import { nodeFiles } from '../../ports/node-files.ts';
import { createRevision } from './revision.ts';

/** Files of a project in which every look takes as long as `look.takes`, and `looks` of them were made. */
function slowFiles() {
  const look = { takes: 0, time: 0, looks: 0, stamp: 'first' };
  const files = {
    ...nodeFiles,
    async stampsUnder(folder: string) {
      if (!folder.endsWith('scenarios')) return [];
      look.looks += 1;
      look.time += look.takes;
      return [look.stamp];
    },
  };
  return { look, revision: createRevision(files, () => look.time) };
}

it('sees at once what has changed in a project of few files', async () => {
  const { look, revision } = slowFiles();
  const first = await revision('/project');
  look.stamp = 'second';
  expect(await revision('/project')).not.toBe(first);
});

it('looks once for all who ask meanwhile', async () => {
  const { look, revision } = slowFiles();
  const found = await Promise.all([revision('/project'), revision('/project'), revision('/project')]);
  expect(new Set(found).size).toBe(1);
  expect(look.looks).toBe(1);
});

it('spends a tenth of the time on many files, and sees what has changed then', async () => {
  const { look, revision } = slowFiles();
  look.takes = 600;
  const first = await revision('/project');
  look.stamp = 'second';
  look.time += 5999;
  expect(await revision('/project')).toBe(first);
  look.time += 1;
  expect(await revision('/project')).not.toBe(first);
  expect(look.looks).toBe(2);
});

it('does not take one project for another', async () => {
  const { look, revision } = slowFiles();
  look.takes = 600;
  await revision('/one');
  await revision('/other');
  expect(look.looks).toBe(2);
});
