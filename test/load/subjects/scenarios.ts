// Scenarios in a project: the list of them, and the Library.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { memoryOf, timed, timedOften } from '../measure.ts';
import { makeProject, whileServed, whileShown } from '../served.ts';
import type { Figure, LoadSubject } from '../subject.ts';

export const scenarios: LoadSubject = {
  name: 'scenarios',
  of: 'scenarios in a project',
  sizes: [1000, 3000, 10_000],
  async measure({ root, folder }, size) {
    const project = makeProject(root, folder);
    copyScenarios(path.join(project, 'scenarios'), size);
    return [...(await asked(root, project, size)), ...(await shown(root, project, size))];
  },
};

const idOf = (index: number): string => `network-${`${index}`.padStart(5, '0')}`;

/** Copies of the small scenario and its data, each under an id and a title of its own, until there are `size` with it. */
function copyScenarios(shelf: string, size: number): void {
  const text = readFileSync(path.join(shelf, 'small/scenario.yaml'), 'utf8');
  for (let index = 1; index < size; index += 1) {
    const id = idOf(index);
    const place = path.join(shelf, id);
    if (existsSync(place)) continue;
    cpSync(path.join(shelf, 'small'), place, { recursive: true });
    const own = text.replace(/^id: .*$/m, `id: ${id}`).replace(/^title: .*$/m, `title: Network ${index}`);
    writeFileSync(path.join(place, 'scenario.yaml'), own);
  }
}

const asked = (root: string, project: string, size: number): Promise<readonly Figure[]> =>
  whileServed(root, project, async ({ pid, call }) => {
    let listed = 0;
    const list = async () => {
      const cards = await call('scenarios.list', {});
      listed = Array.isArray(cards) ? cards.length : 0;
    };
    const first = await timed('list of a new studio', pid, list);
    if (listed < size) throw new Error(`there are ${listed} scenarios, and not ${size}`);
    const again = await timedOften('list, asked again', pid, list);
    // Once: what was found stands for ten times as long as it took to find.
    const changed = await timed('whether anything has changed', pid, () => call('projects.revision', {}));
    const id = idOf(size - 1);
    const open = await timedOften('one scenario opened', pid, () => call('scenarios.open', { id }));
    return [first, again, changed, open, ...memoryOf('most memory of the studio', pid)];
  });

const shown = (root: string, project: string, size: number): Promise<readonly Figure[]> =>
  whileShown(root, project, async ({ pid, origin, context }) => {
    const page = await context.newPage();
    const search = page.getByLabel('Search scenarios');
    const comes = await timed('Library of a new studio, until it can be searched', pid, async () => {
      await page.goto(`${origin}/`);
      await search.waitFor();
    });
    const found = await timed('Library, a search that leaves one', pid, async () => {
      await search.fill(idOf(size - 1));
      await page.locator('article.card:only-child').waitFor();
    });
    const all = await timed('Library, all again', pid, async () => {
      await search.fill('');
      await page.locator('article.card').nth(1).waitFor();
    });
    return [comes, found, all];
  });
