// A project that came from a stranger, whose every name is markup: the page shows it as text.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { studio as command, small } from '../cli/studio.ts';
import { type OpenStudio, openStudio } from '../e2e/open-studio.ts';

const markup = `<img src=x onerror="window.hurt=1"><script>window.hurt=2</script>"'>`;
const folder = mkdtempSync(path.join(tmpdir(), 'studio-hostile-'));
const project = path.join(folder, 'project');
let opened: OpenStudio;

beforeAll(async () => {
  const scenario = path.join(project, 'scenarios/hostile');
  mkdirSync(path.dirname(scenario), { recursive: true });
  cpSync(small, scenario, { recursive: true });
  const file = path.join(scenario, 'scenario.yaml');
  const hostile = readFileSync(file, 'utf8')
    .replace('id: small', 'id: hostile')
    .replace('title: Small', `title: ${JSON.stringify(markup)}`)
    .replace('question: Does it run?', `question: ${JSON.stringify(`Q ${markup}`)}`)
    .replace('assumption: Few.', `assumption: ${JSON.stringify(`A ${markup}`)}`)
    .replace(
      'title: A paper, url: https://example.org/paper',
      `title: ${JSON.stringify(markup)}, url: "https://example.org/%3Cscript%3E"`,
    );
  writeFileSync(file, hostile);
  writeFileSync(
    path.join(scenario, 'README.md'),
    `# ${markup}\n\n[bad](javascript:window.hurt=3) ${markup}\n`,
  );
  mkdirSync(path.join(project, 'proposals'));
  writeFileSync(path.join(project, 'proposals/mine.md'), `# ${markup}\n\n${markup}\n`);
  const ran = await command(['run', file, '--seeds', '1', '--out', path.join(project, 'runs/hostile')]);
  if (ran.code !== 0) throw new Error(ran.err);
  writeFileSync(
    path.join(project, 'runs/hostile/about.json'),
    JSON.stringify({ format: 'depin-studio/about/1', scenario: 'hostile', note: `N ${markup}` }),
  );
  opened = await openStudio({ project });
});
afterAll(async () => {
  await opened?.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  '/library',
  '/library/hostile',
  '/design/hostile',
  '/run/hostile',
  '/runs',
  '/compare?with=hostile',
  '/propose?draft=mine',
])('%s shows markup in names as text', async (place) => {
  const { page, goTo } = opened;
  await goTo(place);
  // The markup itself can be read, so that something was tried.
  await page.locator('#content').getByText('window.hurt=1').filter({ visible: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined();
  expect(await page.locator('img[src="x"], [onerror], a[href^="javascript"]').count()).toBe(0);
  const inline = await page.evaluate(
    () => [...document.scripts].filter((script) => script.src === '' && script.textContent !== '').length,
  );
  expect(inline).toBe(0);
});
