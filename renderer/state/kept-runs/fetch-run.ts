import type { OpenedRun } from '../../../main/api/runs/runs-api.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { createPatience } from '../../sim/patience.ts';
import type { RunRequest } from '../../sim/run-snapshot.ts';
import { createSeedCache } from '../../sim/seed-cache.ts';
import { studioInfo } from '../scenario-queries.ts';
import type { Studio } from '../studio.ts';
import { seedOf } from './number-text.ts';

/** Seeds that are on their way at once. */
const atOnce = 4;

/**
 * Brings the numbers of a kept run into the page: what is answered can be started in `simulation` or `preview` and is done at once.
 * Throws `run.other-engine` where another engine made it, whose numbers this one would not repeat.
 */
export async function fetchRun(studio: Studio, run: string): Promise<RunRequest> {
  const { client, queries } = studio;
  const opened = await client.call('runs.open', { run });
  const { row, seeds, spec } = opened;
  const { engineId } = await queries.fetchQuery(studioInfo(client));
  if (row.engineId !== engineId) throw otherEngine(row.engineId);
  const cache = createSeedCache(queries, engineId, row.specDigest);
  const missing = seeds.filter(({ seed }) => cache.get(seed) === undefined);
  const fetched = missing.values();
  const patience = createPatience();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { seed } of fetched)
        cache.set(await seedOf(await client.call('runs.seed', { run, seed }), patience));
    }),
  );
  return { scenario: row.scenario, title: row.title, spec, seeds: seeds.map(({ seed }) => seed) };
}

/** The request that simulates a kept run anew: its numbers are forgotten first. */
export async function repeatRequest(
  { queries, client }: Studio,
  { row, seeds, failures, spec, text }: OpenedRun,
): Promise<RunRequest> {
  const { engineId } = await queries.fetchQuery(studioInfo(client));
  queries.removeQueries({ queryKey: ['seed', engineId, row.specDigest] });
  const all = [...seeds, ...failures].map(({ seed }) => seed);
  // With its text a run of another engine is kept beside the old one.
  return {
    scenario: row.scenario,
    title: row.title,
    spec,
    seeds: all,
    ...(text === undefined ? {} : { text }),
  };
}

const otherEngine = (id: string): StudioError =>
  new StudioError({
    code: 'run.other-engine',
    message: `This run was made by engine ${id.replace('sha256:', '').slice(0, 12)}, which is not the one of this studio.`,
    hint: 'Re-run it: the same scenario and seeds on this engine.',
  });
