// Windows of one browser on one project: all open, one runs, and a file that another program writes reaches all of them.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { memoryOf, timed } from '../measure.ts';
import { makeProject, whileShown } from '../served.ts';
import type { Figure, LoadSubject } from '../subject.ts';

const idleMs = 10_000;

export const windows: LoadSubject = {
  name: 'windows',
  of: 'windows on one project',
  sizes: [1, 3, 10],
  async measure({ root, folder }, size) {
    const project = makeProject(root, folder);
    const written = path.join(project, 'scenarios/written');
    rmSync(written, { recursive: true, force: true });
    return await whileShown(root, project, async ({ pid, origin, context }) => {
      const pages: Page[] = [];
      const open = await timed('all opened, one after the other', pid, async () => {
        while (pages.length < size) pages.push(await libraryIn(context, origin));
      });
      const idle = await timed('idle', pid, () => new Promise((resolve) => setTimeout(resolve, idleMs)));
      const polled: Figure = {
        what: "processor's time in ten idle seconds",
        value: idle.work ?? 0,
        unit: 's',
      };
      const seen = await timed('a scenario written by another program is seen in all', pid, async () => {
        writeScenario(path.join(project, 'scenarios/small'), written);
        for (const page of pages) await page.getByText('Written elsewhere').first().waitFor();
      });
      const [first] = pages;
      const run = await timed('a run of 24 seeds in one', pid, async () => {
        if (first !== undefined) await runIn(first, origin);
      });
      const memory = memoryOf('most memory of the studio', pid);
      return [open, polled, seen, run, ...memory];
    });
  },
};

async function libraryIn(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.locator('article.card button:enabled').first().waitFor();
  return page;
}

function writeScenario(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const file = path.join(to, 'scenario.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/^id: .*$/m, 'id: written').replace(/^title: .*$/m, 'title: Written elsewhere'),
  );
}

async function runIn(page: Page, origin: string): Promise<void> {
  // A window that no one looks at is drawn seldom, and a click waits for it to stand still.
  await page.bringToFront();
  await page.goto(`${origin}/#/run/wireless-burn-mint`);
  await page.getByLabel('Seeds', { exact: true }).fill('24');
  await page.locator('.run-controls').getByRole('button', { name: /^Run/ }).click();
  await page.getByText(/^Done: 24 of 24/).waitFor();
}
