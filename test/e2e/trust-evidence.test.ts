// A proposal that brings code and a bundle: the page shows what would run, and nothing does before it is trusted.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { studio as command, fresh, small } from '../cli/studio.ts';
import { type OpenStudio, openStudio } from './open-studio.ts';

const module = `// Counts days.
export default () => ({
  ...{ id: 'own.day', title: 'Day', unit: 'day', definition: 'The day.', source: 'Made up.' },
  read: (world) => world.clock.day,
});
`;
const hash = `sha256:${createHash('sha256').update(module).digest('hex')}`;
const away = fresh('away');
let studio: OpenStudio;
let text: string;
let bundle: string;
beforeAll(async () => {
  const project = fresh('project');
  for (const folder of [away, path.join(project, 'scenarios'), path.join(project, 'metrics')])
    mkdirSync(folder, { recursive: true });
  cpSync(small, path.join(project, 'scenarios/small'), { recursive: true });
  writeFileSync(path.join(project, 'metrics/day.js'), module);
  const home = { DEPIN_STUDIO_HOME: fresh('home') };
  await command(['trust', project], root, home);
  const scenario = path.join(project, 'scenarios/small');
  const change = ['--set', 'agents.token.supply=1234567', '--seeds', '1..2', '--no-stress'];
  await command(['propose', scenario, ...change, '--out', path.join(away, 'proposal.md')], root, home);
  text = readFileSync(path.join(away, 'proposal.md'), 'utf8');
  bundle = path.join(away, readdirSync(away).find((name) => name.endsWith('.car')) ?? 'none');
  studio = await openStudio();
});
afterAll(async () => await studio?.close());

it('is asked about with its hash and its text, and reproduced once it is trusted', async () => {
  const { page, goTo, faults } = studio;
  await goTo('/propose?tab=verify');
  await page.getByRole('textbox', { name: 'The proposal’s text' }).fill(text);
  const rerun = page.getByRole('button', { name: 'Re-run', exact: true });
  await rerun.click();
  await page.getByText(/it travels in bafyrei\w+\.car/).waitFor();
  await page.getByLabel('Choose its .car file…').setInputFiles(bundle);
  await page.getByText(`Bundle: ${path.basename(bundle)}`).waitFor();
  await rerun.click();
  const panel = page.getByRole('region', { name: 'Code that it needs' });
  await panel.getByText(hash).waitFor();
  await panel.getByText('// Counts days.').waitFor();
  expect(await page.getByText('of 16 lines hold').count()).toBe(1);
  await panel.getByRole('button', { name: 'Trust this hash and re-run' }).click();
  await page.getByText('Reproduced: every line holds on this computer, to the last bit.').waitFor();
  expect(await panel.count()).toBe(0);
  expect(faults).toEqual([]);
});
