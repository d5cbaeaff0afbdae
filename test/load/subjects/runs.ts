// Runs in a project: from a first look at the disk to a filter of the table.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { RunPage } from '../../../main/api/runs/runs-api.ts';
import { fillStore } from '../../runs/fill-store.ts';
import { memoryOf, timed, timedOften, together } from '../measure.ts';
import { withValue } from '../other-spec.ts';
import { makeProject, type Served, whileServed, whileShown } from '../served.ts';
import type { Figure, LoadSubject } from '../subject.ts';

export const runs: LoadSubject = {
  name: 'runs',
  of: 'runs in a project',
  sizes: [10_000, 30_000, 100_000],
  async measure({ root, folder }, size) {
    const project = makeProject(root, folder);
    const scenario = path.join(project, 'scenarios/small');
    const kept = path.join(project, 'runs');
    rmSync(path.join(kept, 'index.json'), { force: true });
    const from = existsSync(kept) ? readdirSync(kept).length : 0;
    await fillStore({
      ...{ root, scenario, project, from, to: size, seeds: ['1'] },
      vary: (document, index) => withValue(document, 'agents.token', 'supply', 1_000_000 + index),
    });
    return [
      ...(await firstTime(root, project)),
      ...(await asked(root, project, size)),
      ...(await shown(root, project, size)),
    ];
  },
};

/** Calls of the list, whose answer was checked by the studio itself. */
const list = async (served: Served, from: number): Promise<RunPage> =>
  (await served.call('runs.list', { from })) as RunPage;

/** A studio that has never seen the runs, as after they came from another machine. */
const firstTime = (root: string, project: string): Promise<readonly Figure[]> =>
  whileServed(root, project, async (served) => {
    const first = await timed('first rows, nothing read before', served.pid, () => list(served, 0));
    const rest = await timed('all read, each seed checked', served.pid, async () => {
      while ((await list(served, 0)).unread > 0);
    });
    return [first, together(first, rest)];
  });

const asked = (root: string, project: string, size: number): Promise<readonly Figure[]> =>
  whileServed(root, project, async (served) => {
    const { pid, call } = served;
    const index = await timed('first rows of a new studio, from the index', pid, () => list(served, 0));
    const again = await timedOften('first rows, asked again', pid, () => list(served, 0));
    const all = await timed('all rows, page by page', pid, async () => {
      let from = 0;
      for (let total = 1; from < total; ) {
        const page = await list(served, from);
        total = page.total;
        from += page.rows.length;
      }
      if (from !== size) throw new Error(`there are ${from} runs, and not ${size}`);
    });
    const open = await timedOften('one run opened', pid, () => call('runs.open', { run: runIn(project) }));
    const sql = 'select scenario, count(*), sum(seeds) from runs group by scenario';
    const query = await timed('SQL over the list', pid, () => call('runs.query', { sql }));
    return [index, again, all, open, query, ...memoryOf('most memory of the studio', pid)];
  });

const shown = (root: string, project: string, size: number): Promise<readonly Figure[]> =>
  whileShown(root, project, async ({ pid, origin, context }) => {
    const page = await context.newPage();
    const comes = await timed('Runs screen, until the table is whole', pid, async () => {
      await page.goto(`${origin}/#/runs`);
      await page.getByText(new RegExp(`^${size.toLocaleString('en')} runs$`)).waitFor();
    });
    const filtered = await timed('Runs screen, a filter that leaves one', pid, async () => {
      await page.getByLabel('Filter runs').fill(runIn(project));
      await page.getByText('1 found', { exact: true }).waitFor();
    });
    return [comes, filtered];
  });

/** The name of one of the runs. */
const runIn = (project: string): string =>
  readdirSync(path.join(project, 'runs')).find((name) => !name.includes('.')) ?? '';
