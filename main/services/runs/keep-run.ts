import path from 'node:path';
import type { Described, Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { SeedResult } from '../../../sim-core/contract/run.ts';
import { sampleTicks } from '../../../sim-core/kernel/sampling.ts';
import { seedDigest } from '../../../sim-core/kernel/seed-digest.ts';
import { describeParameters } from '../../../sim-core/scenario/describe-parameters.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { RunToKeep } from '../../api/runs/runs-api.ts';
import type { Files } from '../../ports/files.ts';
import { runStoreIn } from '../experiments/run-store.ts';
import { isCertain } from '../experiments/seed-failure.ts';
import { nativeDigest } from '../native-digest.ts';
import { readPlace } from '../scenarios/open-scenarios.ts';
import { copyData } from '../scenarios/save-scenario.ts';
import type { ScenarioPlace } from '../scenarios/shelf.ts';
import { readAbout, writeAbout } from './about-file.ts';
import { changesOf } from './changes-of.ts';
import type { Bases } from './find-base.ts';
import { seedOf } from './kept-numbers.ts';

export interface Keeper {
  readonly files: Files;
  /** The run store of the project. */
  readonly folder: string;
  readonly engine: Engine;
  readonly engineId: string;
  readonly bases: Bases;
  /** Where the scenario stands. */
  readonly place: ScenarioPlace;
  /** What a spec reports; that of a project's own code is asked of a worker. */
  describe(document: ScenarioDocument): Promise<Described>;
  /** ISO 8601. */
  readonly now: string;
}

/** Keeps seeds that the page simulated, once everything about them was checked. Answers the run and all its kept seeds. */
export async function keepRun(
  keeper: Keeper,
  input: RunToKeep,
): Promise<{ readonly run: string; readonly seeds: readonly string[] }> {
  const { files, folder, engine, engineId } = keeper;
  if (input.engineId !== engineId) throw otherEngine(input.engineId, engineId);
  const { scenario, text, specDigest } = input;
  const read = await readPlace(files, keeper.place, text);
  if (!read.ok || engine.specDigest(read.document.spec) !== specDigest) throw otherSpec(scenario);
  const { document } = read;
  const described = await keeper.describe(document);
  const seeds = input.seeds.map((numbers) => checked(document, described, seedOf(numbers)));
  const store = runStoreIn(files, { folder, engineId });
  const spec = { specDigest, document, described };
  for (const seed of seeds) await store.save(spec, seed);
  for (const failure of input.failures) if (isCertain(failure.problem)) await store.save(spec, failure);
  const run = store.nameOf(specDigest);
  if (seeds.length + input.failures.length > 0) await tellAbout(keeper, input, document, run);
  return { run, seeds: [...(await store.seedsOf(specDigest))] };
}

/** The seed, if its numbers are as many as the spec reports and come to its digest. Throws `run.other-numbers`. */
function checked({ spec }: ScenarioDocument, described: Described, seed: SeedResult): SeedResult {
  const { metrics, breakdowns } = described;
  const samples = sampleTicks(spec.ticks).length;
  const fits =
    seed.columns.length === metrics.length &&
    seed.columns.every(({ length }) => length === spec.ticks) &&
    seed.breakdowns.length === breakdowns.length &&
    seed.breakdowns.every(
      ({ length }, index) => length === samples * (breakdowns[index]?.groups.length ?? 0),
    );
  const model = { id: spec.model ?? `${spec.id}@${spec.version}`, startDay: spec.startDay, ...described };
  if (fits && seedDigest(model, seed.columns, seed.breakdowns, nativeDigest) === seed.digest) return seed;
  throw new StudioError({
    code: 'run.other-numbers',
    message: `Seed ${seed.seed} was not kept: its numbers are not those of its digest.`,
    hint: 'Run it again; if it happens again, report it with the scenario.',
  });
}

/** The scenario as it was run, with its data, and what is known of the run besides its numbers. */
async function tellAbout(
  { files, folder, place, bases, now }: Keeper,
  { scenario, text, seconds }: RunToKeep,
  document: ScenarioDocument,
  run: string,
): Promise<void> {
  const within = path.join(folder, run);
  const written = path.join(within, textFolder, place.name);
  await files.makeFolder(path.dirname(written));
  await copyData(files, place.within, path.dirname(written), text);
  await files.write(written, text);
  const base = await bases.base(scenario);
  const worded = { spec: document.spec, parameters: describeParameters(document) };
  const changed = base === undefined ? [] : changesOf(base, worded);
  const before = await readAbout(files, within);
  await writeAbout(files, within, {
    ...before,
    ...{ scenario, seconds, keptAt: now, text: `${textFolder}/${place.name}` },
    changed: changed.map((change) => ({ ...change })),
  });
}

/** Where the scenario's text and its data are, in the folder of a run. */
const textFolder = 'scenario';

const otherEngine = (page: string, installed: string): StudioError =>
  new StudioError({
    code: 'run.other-engine',
    message: `The run was not kept: this page simulates with engine ${short(page)}, the studio now has ${short(installed)}.`,
    hint: 'Load the page again.',
  });

const otherSpec = (scenario: string): StudioError =>
  new StudioError({
    code: 'run.other-spec',
    message: `The run was not kept: the text of ${scenario} no longer means what was run.`,
    hint: 'A data file of it, or the code of the project, has changed meanwhile. Run it again.',
  });

const short = (digest: string): string => digest.replace('sha256:', '').slice(0, 12);
