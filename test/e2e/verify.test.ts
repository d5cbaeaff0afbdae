// Somebody's proposal: from its id, re-run, with one value changed, answered, and held against what came.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../a11y/violations.ts';
import { small } from '../cli/studio.ts';
import { idOf, openScene, proposal, publish } from '../publish/scene.ts';
import type { Standin } from '../standin/start-standin.ts';
import { callRoute } from './call-route.ts';
import { eventually } from './eventually.ts';
import { namesIn } from './names-in.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';

const copy = copyInstallation();
const project = mkdtempSync(path.join(tmpdir(), 'studio-verify-'));
const drafts = path.join(project, 'proposals');
let studio: OpenStudio;
let standin: Standin;
let id: string;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  const out = path.join(project, 'theirs.md');
  const change = ['--set', 'emission.halving.period=1', '--seeds', '1..3', '--no-stress'];
  const cli = path.join(copy.folder, 'dist/cli/cli.js');
  execFileSync(process.execPath, [cli, 'propose', 'small', ...change, '--no-store', '--out', out], {
    stdio: 'pipe',
  });
  standin = await openScene();
  const body = readFileSync(out, 'utf8')
    .replace(/^# .*\n/, '')
    .trim();
  id = idOf(await publish(standin, proposal({ title: 'Halve every month', body })));
  studio = await openStudio({ installation: copy.folder, project, acceptDownloads: true });
});
afterAll(async () => {
  await studio?.close();
  await standin?.close();
  copy.remove();
  rmSync(project, { recursive: true, force: true });
});

const button = (name: string) => studio.page.getByRole('button', { name, exact: true });
const given = () => studio.page.getByLabel('The proposal’s text');

describe('Verify', () => {
  it('asks nobody until the person does, and then the hub of the settings', async () => {
    const { page, goTo } = studio;
    const servers = { sequencer: standin.sequencerUrl, hub: standin.hubUrl };
    await callRoute(page, 'publish.keepSettings', servers);
    await goTo('/propose?tab=verify');
    // The hub's next answer is a fault: had anybody asked it before Re-run, Re-run would not meet it.
    standin.faults.add('hub', { kind: 'maintenance' });
    await given().fill(`https://snapshot.box/#/s:standin.eth/proposal/${id}`);
    await page.getByText(/^A link: Re-run asks the hub of your settings \(127\.0\.0\.1:\d+\)/).waitFor();
    await button('Re-run').click();
    await page
      .getByText(/has a fault of its own \(503\)/)
      .first()
      .waitFor();
    await button('Re-run').click();
    await page.getByText(/^Reproduced: every line holds/).waitFor();
    await page.getByText(new RegExp(`^From 127\\.0\\.0\\.1:\\d+: proposal ${id} of standin\\.eth`)).waitFor();
    expect(await given().inputValue()).toContain('# Halve every month\n\n## Summary');
  });

  it('changes one assumption by keyboard alone, and shows what comes of it beside theirs', async () => {
    const { page } = studio;
    await button('Change one assumption').press('Enter');
    const parameter = page.getByRole('combobox', { name: 'Parameter' });
    await parameter.waitFor();
    await page.keyboard.type('token.supply');
    await page.keyboard.press('Enter');
    await page.keyboard.type('2000000');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Outcomes beside theirs' });
    await table.waitFor();
    await page.getByText(/: 1000000 token in theirs, 2000000 token here/).waitFor();
    const [theirs, here] = await table.locator('tbody tr').first().locator('.number').allTextContents();
    expect(theirs).toMatch(/^\d/);
    expect(here).toMatch(/^\d/);
    await eventually(() => violations(page), 500).toEqual([]);
  });

  it('says what is wrong with a value, in place', async () => {
    const { page } = studio;
    await page.getByLabel(/^Value/).fill('many');
    await button('Run with it').click();
    await page.getByLabel('Change one assumption').getByRole('alert').waitFor();
    await page.getByLabel(/^Value/).fill('2000000');
    await button('Run with it').click();
    await page.getByRole('table', { name: 'Outcomes beside theirs' }).waitFor();
  });

  it('answers with a draft whose own evidence holds', async () => {
    const { page } = studio;
    await button('Open as a reply').click();
    await page.getByText(/^Saved as proposals\//).waitFor();
    const [file = ''] = namesIn(drafts);
    const text = readFileSync(path.join(drafts, file), 'utf8');
    expect(text).toContain('# Counter-evidence: Halve every month\n');
    expect(text).toContain(`proposal ${id} of standin.eth`);
    expect(text).toMatch(/\nassume {4}agents\.token\.supply 1000000 token -> 2000000 token\n/);
    await button('Re-run its evidence').click();
    await page.getByText(/^Reproduced: every line holds/).waitFor();
  });

  it('holds what came against the forecast', async () => {
    const { page, faults } = studio;
    await button('After the vote').click();
    const rows = Array.from(
      { length: 20 },
      (_, day) => `2026-03-${String(day + 1).padStart(2, '0')},${1e9 + day}`,
    );
    const buffer = Buffer.from(`date,supply.circulating\n${rows.join('\n')}\n`);
    await page
      .getByLabel('Choose a CSV file…')
      .setInputFiles({ name: 'actual.csv', mimeType: 'text/csv', buffer });
    await page.getByText('actual.csv: 20 rows, 2026-03-01 to 2026-03-20').waitFor();
    await button('Hold against the forecast').click();
    await page.getByText(/no day is in both/).waitFor();
    await page.getByLabel('First day of the forecast came true on').fill('2026-03-01');
    await button('Hold against the forecast').click();
    const held = page.getByRole('list', { name: 'Did the forecast hold?' });
    await held
      .getByText(/the forecast did not hold\. 0 of 20 observations \(0 %\) lie inside p5 to p95/)
      .waitFor();
    await page.getByRole('img', { name: /0 of 20 observations/ }).waitFor();
    await eventually(() => violations(page), 500).toEqual([]);
    // What was refused on purpose: the hub's fault, the value, the dates.
    expect(faults.filter((fault) => !/422 .*\/api\/proposals\.(fetch|fork|outcome)$/.test(fault))).toEqual(
      [],
    );
  });
});

describe('a draft on its way', () => {
  it('is saved for another venue as Markdown and JSON, and shortened with an annex', async () => {
    const { page, goTo } = studio;
    const [file = ''] = namesIn(drafts);
    await goTo(`/propose?draft=${path.basename(file, '.md')}`);
    await page.getByText(/^Saved as proposals\//).waitFor();
    const long = readFileSync(path.join(drafts, file), 'utf8').replace(
      '## What follows',
      `## What follows\n\n${'Words. '.repeat(1500)}`,
    );
    writeFileSync(path.join(drafts, 'long.md'), long);
    await goTo('/propose?draft=long');
    await page
      .getByText(/The body has [\d,]+ of 10,000 characters/)
      .first()
      .waitFor();
    const saved: Download[] = [];
    page.on('download', (download) => saved.push(download));
    await button('Publish').click();
    await page.getByRole('menuitem', { name: 'Save for another venue' }).click();
    await eventually(() => saved.map((each) => each.suggestedFilename()).sort()).toEqual([
      'long.neutral.json',
      'long.neutral.md',
    ]);
    await button('Publish').click();
    await page.getByRole('menuitem', { name: 'Shorten, with an annex' }).click();
    await page.getByText('Saved as proposals/long-short.md').waitFor();
    await page.getByText(/Body: [\d,]+ of 10,000 characters\./).waitFor();
    expect(readFileSync(path.join(drafts, 'long-short.annex.md'), 'utf8')).toContain('Words. Words.');
    expect(readFileSync(path.join(drafts, 'long-short.md'), 'utf8')).toMatch(/\n## Annex\n[\s\S]*bafkrei/);
  });
});
