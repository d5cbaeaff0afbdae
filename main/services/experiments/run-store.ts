import path from 'node:path';
import type { Described } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { SeedFailure, SeedResult } from '../../../sim-core/contract/run.ts';
import { digestOf } from '../../../sim-core/kernel/canonical.ts';
import type { Files } from '../../ports/files.ts';
import { createMemory } from '../create-memory.ts';
import { checkpointFile, type KeptCheckpoint, readCheckpointFile } from './checkpoint-file.ts';
import { readSeedFailure, seedFailureText } from './seed-failure.ts';
import { readSeedFile, seedFile } from './seed-file.ts';
import { readStoredManifest, type StoredSpec, storedManifestText } from './stored-manifest.ts';

/**
 * Runs that are done, in a folder for each spec and engine: `<folder>/<64 hexadecimal digits>/manifest.json` and a file for each
 * seed. A run is known by (spec, engine, seed), so whichever experiment asks for it again finds it. What is cut off or damaged
 * is found out by its digest, and counts as not there.
 */
export interface RunStore {
  /** Where the runs of all specs are. */
  readonly folder: string;
  /** Name of the folder of a spec's runs. */
  nameOf(specDigest: string): string;
  /** Seeds of a spec that seem to be kept, without looking into their files. */
  seedsOf(specDigest: string): Promise<ReadonlySet<string>>;
  /** What a spec reports, where a run of it is kept. */
  described(specDigest: string): Promise<Described | undefined>;
  /** How a seed ended; undefined where it is not kept. */
  read(specDigest: string, seed: string): Promise<SeedResult | SeedFailure | undefined>;
  /** Writes down what a spec is, so that its seeds can be kept by others. Throws `file.unwritable`. */
  enter(spec: StoredSpec): Promise<void>;
  /** Keeps a seed, and removes its checkpoint; on the disk when this resolves. Throws `file.unwritable`. */
  save(spec: StoredSpec | EnteredSpec, end: SeedResult | SeedFailure): Promise<void>;
  /** How far a seed came that is not over; undefined where nothing of it is kept. */
  checkpoint(specDigest: string, seed: string): Promise<KeptCheckpoint | undefined>;
  /** Keeps how far a seed came, in the place of what was kept before. Throws `file.unwritable`. */
  saveCheckpoint(spec: StoredSpec | EnteredSpec, seed: string, checkpoint: KeptCheckpoint): Promise<void>;
}

/** A spec by its digest, for who knows it from its manifest in the store. */
export type EnteredSpec = Pick<StoredSpec, 'specDigest'>;

/** Far above any seed: a day for each of a hundred years, in a thousand columns. */
const largestFile = 1024 * 1024 * 1024;

interface StorePlace {
  readonly folder: string;
  readonly engineId: string;
  /** The one folder to look into: one that was copied or moved may be called otherwise than by its spec. */
  readonly name?: string;
}

/** Opens the store in `folder`, which need not be there yet, for the runs of one engine; cleans what a crash has left. */
export async function openRunStore(files: Files, place: StorePlace): Promise<RunStore> {
  await files.removeUnfinished(place.folder);
  return runStoreIn(files, place);
}

/** The same without looking over the whole store first: for who opens it many times. */
export function runStoreIn(files: Files, { folder, engineId, name }: StorePlace): RunStore {
  const entered = createMemory<void>();
  /** Checkpoints that are there, as far as this process knows: most seeds have none to remove. */
  const begun = new Set<string>();
  const nameOf = (specDigest: string) =>
    name ?? digestOf(`${engineId} ${specDigest}`).slice('sha256:'.length);
  const at = (specDigest: string, name: string) => path.join(folder, nameOf(specDigest), name);
  const bytesOf = async (file: string): Promise<Uint8Array | undefined> => {
    const content = await files.read(file, largestFile);
    return content.kind === 'bytes' ? content.bytes : undefined;
  };
  const described: RunStore['described'] = async (specDigest) => {
    const bytes = await bytesOf(at(specDigest, 'manifest.json'));
    return bytes === undefined ? undefined : readStoredManifest({ engineId, specDigest }, bytes);
  };

  /** Writes the manifest before the first seed, unless a good one is there. */
  const enter = async (spec: StoredSpec | EnteredSpec): Promise<void> => {
    const { specDigest } = spec;
    if ((await described(specDigest)) !== undefined) return;
    if (!('document' in spec)) throw notEntered(at(specDigest, 'manifest.json'));
    await files.makeFolder(path.dirname(at(specDigest, 'x')));
    await files.write(at(specDigest, 'manifest.json'), storedManifestText(engineId, spec));
  };

  /** `enter`, once a spec; where it failed again, since the disk may have room the next time. */
  const entry = (spec: StoredSpec | EnteredSpec): Promise<void> =>
    entered(spec.specDigest, () => enter(spec));

  return {
    folder,
    nameOf,
    described,
    enter: entry,
    async seedsOf(specDigest) {
      const names = await files.filesUnder(path.join(folder, nameOf(specDigest)));
      return new Set(names.flatMap((name) => seedOf(name) ?? []));
    },
    async read(specDigest, seed) {
      const key = { engineId, specDigest, seed };
      const bytes = await bytesOf(at(specDigest, resultName(seed)));
      const result = bytes === undefined ? undefined : readSeedFile(key, bytes);
      if (result !== undefined) return result;
      const failed = await bytesOf(at(specDigest, failureName(seed)));
      return failed === undefined ? undefined : readSeedFailure(key, failed);
    },
    async save(spec, end) {
      const { specDigest } = spec;
      const key = { engineId, specDigest, seed: end.seed };
      await entry(spec);
      if ('columns' in end) await files.write(at(specDigest, resultName(end.seed)), seedFile(key, end));
      else await files.write(at(specDigest, failureName(end.seed)), seedFailureText(key, end));
      const checkpoint = at(specDigest, checkpointName(end.seed));
      if (begun.delete(checkpoint)) await files.remove(checkpoint);
    },
    async checkpoint(specDigest, seed) {
      const file = at(specDigest, checkpointName(seed));
      const bytes = await bytesOf(file);
      if (bytes === undefined) return undefined;
      begun.add(file);
      return readCheckpointFile({ engineId, specDigest, seed }, bytes);
    },
    async saveCheckpoint(spec, seed, checkpoint) {
      const { specDigest } = spec;
      await entry(spec);
      const file = at(specDigest, checkpointName(seed));
      await files.write(file, checkpointFile({ engineId, specDigest, seed }, checkpoint));
      begun.add(file);
    },
  };
}

/** The store with one folder alone, whatever that is called. */
export const storeOfRun = (files: Files, folder: string, engineId: string): RunStore =>
  runStoreIn(files, { folder: path.dirname(folder), name: path.basename(folder), engineId });

const notEntered = (where: string): StudioError =>
  new StudioError({
    code: 'store.unknown-spec',
    message: 'The store does not say what these runs are of: their manifest is gone.',
    hint: 'Start the experiment again: it writes the manifest anew.',
    where,
  });

const resultName = (seed: string): string => `${fileStem(seed)}.seed`;
const checkpointName = (seed: string): string => `checkpoint-${fileStem(seed)}`;
const failureName = (seed: string): string => `${fileStem(seed)}.failure.json`;

/** Capital letters are marked, since some file systems take `A` and `a` for the same name. */
const fileStem = (seed: string): string => `seed-${seed.replace(/[A-Z]/g, (letter) => `+${letter}`)}`;

const seedOf = (name: string): string | undefined =>
  /^seed-([A-Za-z0-9_+-]+)\.(?:seed|failure\.json)$/.exec(name)?.[1]?.replaceAll('+', '');
