import path from 'node:path';
import { limits } from '../../../sim-core/scenario/limits.ts';
import type { OpenedRun, RunRow } from '../../api/runs/runs-api.ts';
import type { KeptResult } from '../results/kept-result.ts';
import { openResult } from '../results/open-result.ts';
import { readAbout } from './about-file.ts';
import { commandToRepeat } from './command-to-repeat.ts';
import type { RunReader } from './read-run.ts';

/** A run whole, as its drawer shows it. Throws `result.manifest`, `result.damaged`. */
export async function openRun(
  { files, engine, bases }: RunReader,
  row: RunRow,
): Promise<{ readonly opened: OpenedRun; readonly kept: KeptResult }> {
  const { folder } = row;
  const kept = await openResult(files, folder, engine);
  const about = await readAbout(files, folder);
  const { manifest, batch } = kept;
  const scenario = await bases.scenario(about.scenario ?? manifest.scenario.id);
  const command = commandToRepeat(kept, about, scenario, engine);
  const text =
    about.text === undefined
      ? undefined
      : await files.read(path.join(folder, ...about.text.split('/')), limits.scenarioBytes);
  const opened: OpenedRun = {
    row,
    ...(command === undefined ? {} : { command }),
    seeds: batch.seeds.map(({ seed, digest }) => ({ seed, digest })),
    failures: batch.failures,
    metrics: batch.metrics,
    breakdowns: batch.breakdowns,
    verdicts: batch.verdicts,
    parameters: manifest.parameters.map(({ path: at, label, shown, origin }) => ({
      ...{ path: at, label, shown },
      origin: origin.kind === 'source' ? origin.title : `Assumption: ${origin.because}`,
    })),
    spec: manifest.spec,
    ...(text?.kind === 'bytes' ? { text: Buffer.from(text.bytes).toString('utf8') } : {}),
  };
  return { opened, kept };
}
