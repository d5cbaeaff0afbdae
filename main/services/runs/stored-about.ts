import path from 'node:path';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { RunRow } from '../../api/runs/runs-api.ts';
import type { Files } from '../../ports/files.ts';
import { parseStoredManifest } from '../experiments/stored-manifest.ts';
import { jsonIn } from '../json-in.ts';
import { storedManifestIn } from '../results/open-stored-runs.ts';
import { isRunManifest, readManifest } from '../results/read-manifest.ts';
import type { ResultSource } from '../sql/result-source.ts';

const largestManifest = 256 * 1024 * 1024;
const dayMs = 86_400_000;

/** What SQL is told of a run without its numbers. */
export type AboutRun = Omit<ResultSource, 'metrics' | 'breakdowns'>;

/** What the list says of a run; without its spec no parameters are known. */
export function aboutOf(row: RunRow, spec: ScenarioSpec | undefined): AboutRun {
  const { run, folder, digest, overlays, engineId, specDigest } = row;
  const { scenario: id, version, title, seconds, verdicts, seeds, failed, damaged } = row;
  const startDay = Math.round(Date.parse(`${row.startDate}T00:00:00Z`) / dayMs);
  return {
    ...{ run, folder, digest, overlays, engineId, specDigest, scenario: { id, version, title } },
    complete: failed + damaged === 0,
    ...{ finished: seeds, failed },
    ...(seconds === undefined ? {} : { durationMs: seconds * 1000 }),
    startedAt: row.when,
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      ...{ held: Math.round(verdict.probability * seeds), of: seeds, rule: '', source: '' },
    })),
    spec: spec ?? { id, version, startDay, ticks: row.days, mechanisms: [] },
  };
}

/** The same with its spec, from its manifest. Throws `result.manifest`. */
export async function openStoredAbout(files: Files, row: RunRow): Promise<AboutRun> {
  const { folder } = row;
  const file = path.join(folder, 'manifest.json');
  const content = await files.read(file, largestManifest);
  const json = content.kind === 'bytes' ? jsonIn(content.bytes) : undefined;
  const stored = content.kind === 'bytes' ? parseStoredManifest(content.bytes) : undefined;
  const manifest =
    stored ?? (isRunManifest(json) ? readManifest(json, file) : await storedManifestIn(files, folder));
  // Its digest holds, or it is that of `run`, which is read as strictly.
  return aboutOf(row, manifest.spec as ScenarioSpec);
}
