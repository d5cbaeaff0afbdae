// MB of results in a project: runs of 24 seeds over five years, some 37 MB each, of which every byte is checked when the list first reads them.
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RunPage } from '../../../main/api/runs/runs-api.ts';
import { fillStore } from '../../runs/fill-store.ts';
import { memoryOf, timed, timedOften, together } from '../measure.ts';
import { withValue } from '../other-spec.ts';
import { carryOut, makeProject, whileServed } from '../served.ts';
import type { Figure, LoadSubject } from '../subject.ts';

const scenarioId = 'blank-network';

export const results: LoadSubject = {
  name: 'results',
  of: 'MB of results in a project',
  sizes: [500, 1600, 5000],
  async measure({ root, folder }, size) {
    const project = makeProject(root, folder);
    await fill(root, project, size);
    rmSync(path.join(project, 'runs/index.json'), { force: true });
    return [...(await listed(root, project)), ...(await one(root, project))];
  },
};

async function fill(root: string, project: string, megabytes: number): Promise<void> {
  const scenario = path.join(project, 'scenarios', scenarioId);
  cpSync(path.join(root, 'scenarios', scenarioId), scenario, { recursive: true });
  const seeds = Array.from({ length: 24 }, (_, at) => `${at + 1}`);
  const make = async (from: number, to: number) =>
    await fillStore({
      ...{ root, scenario, project, from, to, seeds },
      vary: (document, index) => withValue(document, 'agents.token', 'supply', 20_000_000 + index),
    });
  if (keptRuns(project).length === 0) await make(0, 1);
  const kept = keptRuns(project);
  const [first = ''] = kept;
  const each = readdirSync(first).reduce((sum, name) => sum + statSync(path.join(first, name)).size, 0);
  await make(kept.length, Math.ceil((megabytes * 1e6) / each));
}

/** Folders of runs, sorted. */
function keptRuns(project: string): readonly string[] {
  const kept = path.join(project, 'runs');
  const names = existsSync(kept) ? readdirSync(kept) : [];
  return names
    .filter((name) => !name.endsWith('.json'))
    .sort()
    .map((name) => path.join(kept, name));
}

const listed = (root: string, project: string): Promise<readonly Figure[]> =>
  whileServed(root, project, async ({ pid, call }) => {
    const list = async () => (await call('runs.list', { from: 0 })) as RunPage;
    const first = await timed('first rows, nothing read before', pid, list);
    const rest = await timed('all read, each seed checked', pid, async () => {
      while ((await list()).unread > 0);
    });
    const again = await timedOften('first rows, asked again', pid, list);
    const [run = ''] = keptRuns(project);
    const opened = () => call('runs.open', { run: path.basename(run) });
    const open = await timedOften('one run opened', pid, opened);
    return [first, together(first, rest), again, open, ...memoryOf('most memory of the studio', pid)];
  });

/** What is done with one of many results does not depend on how many stand beside it. */
async function one(root: string, project: string): Promise<readonly Figure[]> {
  const run = keptRuns(project).find((each) => !existsSync(path.join(each, 'metrics.parquet'))) ?? '';
  const query = 'select count(*), avg("providers.active") from metrics';
  const ask = () => carryOut(root, project, ['sql', query, '--runs', run]);
  const first = await timed('`sql` over one, its tables not made yet', undefined, ask);
  const again = await timed('`sql` over one, asked again', undefined, ask);
  const out = path.join(project, 'exported');
  const exported = await timed('`export` of one as Parquet', undefined, () =>
    carryOut(root, project, ['export', run, '--format', 'parquet', '--out', out]),
  );
  return [first, again, exported];
}
