import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { FoundEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { userFolder } from '../../ports/user-folder.ts';
import { describedByEngine } from '../../services/experiments/described-by-engine.ts';
import { overlayShelf } from '../../services/experiments/overlay-shelf.ts';
import type { Installation } from '../../services/installation.ts';
import { bundleLimits } from '../../services/proposals/bundle/bundle-limits.ts';
import { bothOf, casesOf } from '../../services/proposals/run-both.ts';
import { type LocalScenario, openBench, runsWith } from '../../services/proposals/verify/open-bench.ts';
import { readWithin } from '../../services/read-within.ts';
import { engineId, studioVersion } from '../../services/studio-info.ts';
import { finishedCases } from '../experiments/finished-cases.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { gathered, workerCount } from '../options.ts';
import { fromUser } from '../places.ts';

/** What a person says of where the parts of somebody's evidence are, and what of them may run. */
export interface EvidenceOptions {
  readonly bundle?: string;
  readonly engine?: readonly string[];
  readonly trust?: readonly string[];
  readonly workers?: number;
}

/** The same options for every command that runs the evidence of others. */
export const withEvidenceOptions = (command: Command): Command =>
  command
    .option('--bundle <file>', 'what travels with it (default: <cid>.car beside it)')
    .option('--engine <place>', 'a file, or a folder of files, with engines of other releases', gathered, [])
    .option('--trust <hash>', 'let code of this hash run, this once; may be repeated', gathered, [])
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount);

/**
 * What some evidence is checked against here, and how it runs. `from` is what the person called the proposal: a bundle is looked for beside
 * it where that is a file.
 */
export async function openEvidence(
  { block }: FoundEvidence,
  from: string,
  { bundle: given, engine: engines = [], trust = [], ...options }: EvidenceOptions,
  installation: Installation,
) {
  const engine = await loadEngine(installation.engineUrl.href);
  const workers = options.workers ?? availableParallelism();
  const bench = await openBench(block, {
    ...{ files: nodeFiles, installation, userFolder: userFolder() },
    engine: {
      id: await engineId(nodeFiles, installation),
      version: await studioVersion(nodeFiles, installation),
    },
    specDigest: ({ spec }) => engine.specDigest(spec),
    overlays: await overlayShelf(nodeFiles, installation),
    local: (id) => localScenario(id, installation),
    async bundle(cid) {
      const file = given ?? path.join(path.dirname(from), `${cid}.car`);
      const content = await nodeFiles.read(fromUser(file), bundleLimits.bytes);
      if (content.kind === 'missing' && given !== undefined) throw noBundle(given);
      return content;
    },
    ...{ engines: engines.map(fromUser), trust: trust.map(hashIn) },
  });
  return {
    bench,
    run: async (
      documents: { readonly base: ScenarioDocument; readonly proposal: ScenarioDocument },
      seeds: readonly string[],
    ) =>
      bothOf(await finishedCases(casesOf(documents, seeds), { installation, workers, ...runsWith(bench) })),
    metricsOf: async (document: ScenarioDocument) =>
      (await describedByEngine(installation, engine, document)).metrics,
  };
}

/** A scenario by the id that evidence has; undefined where there is none. Throws where there is one that cannot be read. */
async function localScenario(id: string, installation: Installation): Promise<LocalScenario | undefined> {
  const place = await findScenario(id, installation).catch(() => undefined);
  if (place === undefined) return undefined;
  const folder = path.dirname(place.file);
  const read: LocalScenario['read'] = (name, limit) => readWithin(nodeFiles, folder, name, limit);
  return { document: await scenarioAt(place, installation), read };
}

function hashIn(written: string): string {
  if (/^sha256:(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(written)) return written;
  throw new StudioError({
    code: 'trust.no-hash',
    message: `"${written.slice(0, 80)}" is no hash.`,
    hint: 'Copy the one that stands behind "needs code": sha256: and hexadecimal digits.',
    where: '--trust',
  });
}

const noBundle = (written: string): StudioError =>
  new StudioError({
    code: 'file.missing',
    message: `There is no file ${written}.`,
    hint: 'Without --bundle it is looked for beside the proposal.',
    where: '--bundle',
  });
