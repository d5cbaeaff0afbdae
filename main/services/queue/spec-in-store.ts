import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { Files } from '../../ports/files.ts';
import type { RunStore } from '../experiments/run-store.ts';
import { parseStoredManifest } from '../experiments/stored-manifest.ts';

/** Far above any manifest; specs hold their data. */
const largestManifest = 256 * 1024 * 1024;

/** A folder of a network may show a file later than the machine that wrote it: how long it is looked for, and how often; milliseconds. */
export const usualPatienceMs = 10_000;
const lookEveryMs = 500;

/**
 * A spec by its digest, from its manifest in the store: a task names it, and what it is comes from the folder that both sides were
 * given. Throws `queue.other-store` where it is not there, `queue.own-code` where it needs a project's modules.
 */
export async function specInStore(
  files: Files,
  engine: Engine,
  store: RunStore,
  { specDigest, patienceMs }: { readonly specDigest: string; readonly patienceMs: number },
): Promise<ScenarioSpec> {
  const file = path.join(store.folder, store.nameOf(specDigest), 'manifest.json');
  const started = Date.now();
  for (;;) {
    const content = await files.read(file, largestManifest);
    const manifest = content.kind === 'bytes' ? parseStoredManifest(content.bytes) : undefined;
    if (manifest?.specDigest === specDigest) {
      // The digest below is over all of it, and only the studio's own reader makes specs with a digest that a sweep asks for.
      const spec = manifest.spec as ScenarioSpec;
      if (engine.specDigest(spec) === specDigest) return withoutCode(spec);
    }
    if (Date.now() - started >= patienceMs) throw otherStore(store.folder);
    await new Promise((resolve) => setTimeout(resolve, Math.min(lookEveryMs, patienceMs)));
  }
}

function withoutCode(spec: ScenarioSpec): ScenarioSpec {
  if (spec.code === undefined) return spec;
  throw new StudioError({
    code: 'queue.own-code',
    message: 'A worker runs no code of a project: whoever reaches the queue could have it run.',
    hint: 'Run the sweep in shards (`sweep --shard i/n`) on machines that have the project.',
  });
}

const otherStore = (folder: string): StudioError =>
  new StudioError({
    code: 'queue.other-store',
    message: `The store ${folder} of the worker does not hold what the sweep has written into its own.`,
    hint: 'Give both the same shared folder with --store.',
    where: '--store',
  });
