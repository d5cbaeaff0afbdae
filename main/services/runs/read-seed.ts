import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { SeedResult } from '../../../sim-core/contract/run.ts';
import type { RunRow } from '../../api/runs/runs-api.ts';
import { storeOfRun } from '../experiments/run-store.ts';
import { openResult } from '../results/open-result.ts';
import type { RunReader } from './read-run.ts';

/** The numbers of one seed of a run, checked against its digest. Throws `run.no-seed`. */
export async function readSeed(
  { files, engine }: Pick<RunReader, 'files' | 'engine'>,
  { folder, engineId, specDigest, madeBy }: RunRow,
  seed: string,
): Promise<SeedResult> {
  // What `run --out` wrote is a table of all seeds.
  const end =
    madeBy === 'command'
      ? (await openResult(files, folder, engine)).batch.seeds.find((each) => each.seed === seed)
      : await storeOfRun(files, folder, engineId).read(specDigest, seed);
  if (end !== undefined && 'columns' in end) return end;
  throw new StudioError({
    code: 'run.no-seed',
    message: `Seed ${seed} of this run cannot be read.`,
    hint: 'Its file is damaged or gone. Run it again with the same seed.',
    where: folder,
  });
}
