import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { RunRow, RunsApi } from '../../api/runs/runs-api.ts';
import type { Files } from '../../ports/files.ts';
import { createTurns } from '../create-turns.ts';
import { describedByEngine } from '../experiments/described-by-engine.ts';
import type { Installation } from '../installation.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';
import { findPlace, type Shelf } from '../scenarios/shelf.ts';
import { engineId } from '../studio-info.ts';
import { readAbout, writeAbout } from './about-file.ts';
import { exportRuns } from './export-runs.ts';
import { findBases } from './find-base.ts';
import { keepRun } from './keep-run.ts';
import { numbersOf } from './kept-numbers.ts';
import { openRun } from './open-run.ts';
import { runQuestions } from './query-runs.ts';
import { type RunReader, readRun } from './read-run.ts';
import { readSeed } from './read-seed.ts';
import { createRunIndex, type RunIndex } from './run-index.ts';

interface RunParts {
  readonly files: Files;
  readonly installation: Installation;
  readonly projects: ProjectKeeper;
  shelves(): Promise<readonly Shelf[]>;
}

/** Runs that the open project keeps. */
export function runHandlers({ files, installation, projects, shelves }: RunParts): RunsApi {
  const engine = () => loadEngine(installation.engineUrl.href);
  const now = () => Date.now();
  const questions = runQuestions(files, now);
  /** What stands beside a run is read, changed and written whole: a note must not be lost to a seed that is kept meanwhile. */
  const aboutInTurn = createTurns();
  let index: RunIndex | undefined;

  const project = async () => await projects.folder();
  const reader = async (): Promise<RunReader> => ({
    files,
    engine: await engine(),
    bases: findBases(files, await shelves()),
  });
  /** The list of the open project's runs; another project has another. */
  const indexed = async (): Promise<RunIndex> => {
    const folder = path.join(await project(), 'runs');
    if (index?.folder === folder) return index;
    let fresh: Promise<RunReader> | undefined;
    const read = async (...[runs, stamp]: Parameters<Parameters<typeof createRunIndex>[0]['read']>) => {
      fresh ??= reader();
      return await readRun(await fresh, runs, stamp);
    };
    index = createRunIndex({ files, folder, read, now });
    return index;
  };
  const rowOf = async (run: string): Promise<RunRow> => {
    const known = await indexed();
    if (known.row(run) === undefined) await known.complete();
    const row = known.row(run);
    if (row === undefined) throw unknownRun(run);
    return row;
  };
  const rowsOf = async (runs: readonly string[]): Promise<readonly RunRow[]> => {
    const rows: RunRow[] = [];
    for (const run of runs) rows.push(await rowOf(run));
    return rows;
  };
  const good = (rows: readonly RunRow[]) => rows.filter(({ problem }) => problem === undefined);

  return {
    async 'runs.keep'(input) {
      const places = await shelves();
      const keeper = {
        ...{ files, folder: path.join(await project(), 'runs'), engine: await engine() },
        engineId: await engineId(files, installation),
        bases: findBases(files, places),
        place: await findPlace(files, places, input.scenario),
        describe: async (document: ScenarioDocument) =>
          await describedByEngine(installation, await engine(), document),
        now: new Date(now()).toISOString(),
      };
      return await aboutInTurn(() => keepRun(keeper, input));
    },
    async 'runs.list'({ from }) {
      const list = await indexed();
      if (from === 0) await list.refresh();
      return list.page(from);
    },
    'runs.open': async ({ run }) => (await openRun(await reader(), await rowOf(run))).opened,
    'runs.seed': async ({ run, seed }) => numbersOf(await readSeed(await reader(), await rowOf(run), seed)),
    async 'runs.note'({ run, note }) {
      const { folder } = await rowOf(run);
      await aboutInTurn(async () => {
        const { note: _, ...about } = await readAbout(files, folder);
        await writeAbout(files, folder, note.trim() === '' ? about : { ...about, note: note.trim() });
      });
      await (await indexed()).complete();
      return await rowOf(run);
    },
    async 'runs.remove'({ runs }) {
      // Only what the list knows as a run: a name can lead nowhere else.
      const rows = await rowsOf(runs);
      for (const { folder } of rows) await files.removeFolder(folder);
      await (await indexed()).refresh();
      return { removed: rows.length };
    },
    async 'runs.export'({ runs, name, ...how }) {
      const folder = path.join(await project(), 'exports', name);
      const rows = good(await rowsOf(runs));
      return { folder, files: await exportRuns(await reader(), rows, how, folder) };
    },
    async 'runs.query'({ sql, runs }) {
      const list = await indexed();
      if (runs === undefined) await list.complete();
      const rows = runs === undefined ? list.rows() : await rowsOf(runs);
      return await questions.ask(rows, sql, await engine());
    },
  };
}

const unknownRun = (run: string): StudioError =>
  new StudioError({
    code: 'run.unknown',
    message: `The project keeps no run ${run}.`,
    hint: 'It may have been removed meanwhile: the list shows what there is.',
  });
