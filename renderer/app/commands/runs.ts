import type { RunRow } from '../../../main/api/runs/runs-api.ts';
import type { Command } from '../../state/command.ts';
import { mostSides, runRef } from '../../state/compare/side.ts';
import { fetchRun } from '../../state/kept-runs/fetch-run.ts';
import { repeatRuns } from '../../state/kept-runs/repeat-runs.ts';
import type { Studio } from '../../state/studio.ts';

/** The runs that a command is about: those that are chosen, else the one whose details are open. */
function meant({ location, keptRuns }: Studio): readonly RunRow[] {
  if (location.get().screen !== 'runs') return [];
  const { list, chosen, opened } = keptRuns;
  const names = chosen.get();
  return (list.get().rows ?? []).filter(({ run }) =>
    names.size > 0 ? names.has(run) : run === opened.get(),
  );
}

const good = (studio: Studio): readonly RunRow[] =>
  meant(studio).filter(({ problem }) => problem === undefined);

/** The run whose details are open; without them the only one that is chosen. */
function single(studio: Studio): RunRow | undefined {
  const { location, keptRuns } = studio;
  const open = keptRuns.opened.get();
  if (location.get().screen !== 'runs') return undefined;
  const row = open === undefined ? undefined : keptRuns.row(open);
  const rows = row === undefined ? meant(studio) : [row];
  return rows.length === 1 && rows[0]?.problem === undefined ? rows[0] : undefined;
}

/** What can be done with runs that the project keeps. */
export const runsCommands: readonly Command[] = [
  {
    id: 'runs.draw',
    title: 'Open the kept run in Run',
    keywords: ['charts', 'draw', 'show', 'again'],
    enabled: (studio) => single(studio) !== undefined && !studio.simulation.busy(),
    async run(studio) {
      const row = single(studio);
      if (row === undefined) return;
      const request = await fetchRun(studio, row.run);
      await studio.simulation.start(request);
      studio.location.go({ screen: 'run', scenario: request.scenario });
    },
  },
  {
    id: 'runs.compare',
    title: 'Compare the chosen runs',
    keywords: ['difference', 'versus'],
    enabled: (studio) => good(studio).length >= 2 && good(studio).length <= mostSides,
    run(studio) {
      const names = good(studio).map(({ run }) => runRef(run));
      studio.location.go({ screen: 'compare', search: { with: names.join(',') } });
    },
  },
  {
    id: 'runs.export',
    title: 'Export the chosen runs',
    keywords: ['download', 'save', 'parquet', 'csv', 'arrow', 'json', 'data'],
    enabled: (studio) => good(studio).length > 0,
    run: ({ keptRuns }) => keptRuns.asking.set(keptRuns.asking.get() === 'export' ? undefined : 'export'),
  },
  {
    id: 'runs.repeat',
    title: 'Re-run the chosen runs and compare digests',
    keywords: ['again', 'reproduce', 'verify', 'simulate'],
    enabled: (studio) => good(studio).length > 0 && !studio.simulation.busy(),
    run: (studio) => repeatRuns(studio, good(studio)),
  },
  {
    id: 'runs.repeat-one',
    title: 'Re-run the run whose details are open',
    keywords: ['again', 'reproduce', 'verify', 'simulate'],
    enabled: (studio) => single(studio) !== undefined && !studio.simulation.busy(),
    async run(studio) {
      const row = single(studio);
      if (row !== undefined) await repeatRuns(studio, [row]);
    },
  },
  {
    id: 'runs.remove',
    title: 'Remove the chosen runs',
    keywords: ['delete', 'forget', 'discard'],
    enabled: (studio) => meant(studio).length > 0,
    run: ({ keptRuns }) => keptRuns.asking.set('remove'),
  },
  {
    id: 'runs.refresh',
    title: 'Look for new runs on the disk',
    keywords: ['reload', 'update'],
    enabled: ({ location }) => location.get().screen === 'runs',
    run: ({ keptRuns }) => keptRuns.load(),
  },
  {
    id: 'runs.sql',
    title: 'Ask the runs in SQL',
    keywords: ['query', 'select', 'table', 'database'],
    enabled: () => true,
    run: ({ location }) => location.go({ screen: 'runs', search: { tab: 'sql' } }),
  },
];
