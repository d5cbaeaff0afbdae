// A project's own mechanism in the studio: it is shown before it may run, and gives the digest of the command line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type OpenStudio, openStudio } from './open-studio.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studio-own-code-'));
const project = path.join(folder, 'project');
const person = { ...process.env, DEPIN_STUDIO_HOME: path.join(folder, 'person') };
const command = (...args: string[]): string =>
  execFileSync(process.execPath, [path.join(root, 'dist/cli/cli.js'), ...args], {
    encoding: 'utf8',
    env: person,
  });

let studio: OpenStudio;
/** A scenario that may not be opened yet is refused by its status. */
const unexpected = () => studio.faults.filter((fault) => !fault.includes('422'));
beforeAll(async () => {
  command('new-scenario', 'my-network', '--project', project);
  command('new-mechanism', 'emission.joining-bonus', '--project', project);
  const scenario = path.join(project, 'scenarios/my-network/scenario.yaml');
  const text = readFileSync(scenario, 'utf8');
  const used = text.replace(/^( +)emission:\n/m, '$&$1  - use: emission.joining-bonus\n');
  writeFileSync(scenario, used.replace(/^horizon: .*$/m, 'horizon: 120 day'));
  mkdirSync(path.join(folder, 'person'), { recursive: true });
  studio = await openStudio({ project });
});
afterAll(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

it('waits until the person has seen it and allows it, wherever that is', async () => {
  const { page, goTo } = studio;
  const look = (within: string) => page.locator(within).getByRole('button', { name: 'Look at the code' });
  const places = [
    ['library', '.card'],
    ['run', '.run'],
    ['explore', '.explore-ask'],
    ['design', '.design-empty'],
  ] as const;
  for (const [screen, within] of places) {
    await goTo(`/${screen}/my-network`);
    await look(within).waitFor();
  }
  await look('.design-empty').click();
  const dialog = page.getByRole('dialog', { name: 'Code of this project' });
  await dialog.getByText('export default').first().waitFor();
  await dialog.getByRole('button', { name: 'Allow this module' }).click();
  await page.getByRole('heading', { level: 1, name: 'Blank network' }).waitFor();
  expect(await look('main').count()).toBe(0);
});

it('runs in Web Workers, and gives the digest of the command line', async () => {
  const { page, goTo } = studio;
  await goTo('/run/my-network');
  await page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
  const shown = page
    .locator('.status-bar')
    .getByTitle(/^Copy sha256:/)
    .nth(1);
  const title = await shown.getAttribute('title', { timeout: 60_000 });
  command('trust', project);
  const printed = command('run', path.join(project, 'scenarios/my-network'), '--seeds', '1..8', '--json');
  expect(title).toContain(JSON.parse(printed).digest);
  expect(unexpected()).toEqual([]);
});

it('stands in the graph, the form and the reference like any other', async () => {
  const { page, goTo } = studio;
  await goTo('/design/my-network');
  await page.getByRole('heading', { level: 1, name: 'Blank network' }).waitFor();
  await page
    .getByRole('button', { name: /^Patron/ })
    .first()
    .waitFor();
  await page.getByText('Spent a day').first().waitFor();
  await goTo('/reference?mechanism=emission.joining-bonus');
  await page.getByRole('heading', { name: 'Patron' }).first().waitFor();
  expect(unexpected()).toEqual([]);
});

it('asks again where its text changes under an open design, and then runs the new text', async () => {
  const { page, goTo } = studio;
  await goTo('/design/my-network');
  // What was said of the module before is no answer to what follows.
  await page.reload();
  await page.getByText('Spent a day').first().waitFor();
  const module = path.join(project, 'mechanisms/emission/joining-bonus.js');
  writeFileSync(module, readFileSync(module, 'utf8').replace('+= daily', '+= 2 * daily'));
  await page.getByRole('button', { name: 'Look at the code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Code of this project' });
  await dialog.getByRole('button', { name: 'Allow this module' }).click();
  await page.getByText('The module may run.').first().waitFor();
  await page.getByText('Spent a day').first().waitFor();
  await goTo('/run/my-network');
  await page.locator('.run-controls').getByRole('button', { name: 'Run' }).click();
  command('trust', project);
  const printed = command('run', path.join(project, 'scenarios/my-network'), '--seeds', '1..8', '--json');
  await page
    .locator('.status-bar')
    .getByTitle(`Copy ${JSON.parse(printed).digest}`)
    .waitFor({ timeout: 60_000 });
  expect(unexpected()).toEqual([]);
});
