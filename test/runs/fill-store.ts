import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { runStoreIn } from '../../main/services/experiments/run-store.ts';
import { seedFile } from '../../main/services/experiments/seed-file.ts';
import { storedManifestText } from '../../main/services/experiments/stored-manifest.ts';
import type { SeedResult } from '../../sim-core/contract/run.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';

interface Filling {
  /** The checkout, whose built engine simulates. */
  readonly root: string;
  /** Folder of the scenario, and of the project that gets the runs. */
  readonly scenario: string;
  readonly project: string;
  /** Runs `from` to below `to` are made, each with these seeds. */
  readonly from: number;
  readonly to: number;
  readonly seeds: readonly string[];
  /** The scenario of a run: each another. */
  vary(document: ScenarioDocument, index: number): ScenarioDocument;
}

/**
 * Fills the run store of a project with runs, each under the digest of its own spec. One seed is simulated; all others have its numbers,
 * whose digest does not depend on parameters: files have the bytes and the sums that they would have. Not flushed, which is quicker.
 */
export async function fillStore({ root, scenario, project, from, to, seeds, vary }: Filling): Promise<void> {
  const opened = await documentIn(scenario);
  const engine = await loadEngine(pathToFileURL(path.join(root, 'dist/engine/engine.js')).href);
  const stamp: unknown = JSON.parse(readFileSync(path.join(root, 'dist/engine/engine.json'), 'utf8'));
  // Written by our own build.
  const engineId = (stamp as { readonly id: string }).id;
  const described = engine.describedOf(opened.spec);
  const result = simulated(engine.simulate(opened.spec, '1'));
  const store = runStoreIn(nodeFiles, { folder: path.join(project, 'runs'), engineId });
  for (let index = from; index < to; index += 1) {
    const document = vary(opened, index);
    const specDigest = engine.specDigest(document.spec);
    const within = path.join(store.folder, store.nameOf(specDigest));
    mkdirSync(within, { recursive: true });
    const manifest = storedManifestText(engineId, { specDigest, document, described });
    writeFileSync(path.join(within, 'manifest.json'), manifest);
    for (const seed of seeds) {
      const bytes = seedFile({ engineId, specDigest, seed }, { ...result, seed });
      writeFileSync(path.join(within, `seed-${seed}.seed`), bytes);
    }
  }
}

/** The scenario in a folder. */
export async function documentIn(scenario: string): Promise<ScenarioDocument> {
  const read = (name: string, limit: number) =>
    nodeFiles.read(path.join(scenario, ...name.split('/')), limit);
  const opened = await openScenario(read, 'scenario.yaml', 'scenario.yaml');
  if (!opened.ok) throw new Error(`the scenario in ${scenario} is broken`);
  return opened.document;
}

/** A simulation carried on to its end. */
function simulated(run: Generator<unknown, SeedResult, void>): SeedResult {
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}
