import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { runStoreIn } from '../../main/services/experiments/run-store.ts';
import { seedFile } from '../../main/services/experiments/seed-file.ts';
import { storedManifestText } from '../../main/services/experiments/stored-manifest.ts';
import { root } from '../../scripts/root.mjs';
import type { SeedResult } from '../../sim-core/contract/run.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import { setAll } from '../../sim-core/scenario/set-parameter.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';

/**
 * Fills the run store of a project with as many runs of the small scenario, each with another supply and halving. One is simulated;
 * the others have its numbers, whose digest does not depend on parameters: that is enough for lists, which is what these are for.
 */
export async function makeManyRuns(project: string, count: number): Promise<void> {
  const folder = path.join(root, 'test/fixtures/scenarios/small');
  const read = (name: string, limit: number) => nodeFiles.read(path.join(folder, ...name.split('/')), limit);
  const opened = await openScenario(read, 'scenario.yaml', 'scenario.yaml');
  if (!opened.ok) throw new Error('the small scenario is broken');
  const engine = await loadEngine(pathToFileURL(path.join(root, 'dist/engine/engine.js')).href);
  const stamp: unknown = JSON.parse(readFileSync(path.join(root, 'dist/engine/engine.json'), 'utf8'));
  const engineId = (stamp as { readonly id: string }).id;
  const described = engine.describedOf(opened.document.spec);
  const seed = simulated(engine.simulate(opened.document.spec, '1'));
  const store = runStoreIn(nodeFiles, { folder: path.join(project, 'runs'), engineId });
  for (let index = 0; index < count; index += 1) {
    const made = setAll(opened.document, [
      { path: 'emission.halving.period', written: `${1 + (index % 240)}` },
      { path: 'agents.token.supply', written: `${1_000_000 + index}` },
    ]);
    if (!made.ok) throw new Error('a value of the many is not allowed');
    const { document } = made;
    const specDigest = engine.specDigest(document.spec);
    const within = path.join(store.folder, store.nameOf(specDigest));
    mkdirSync(within, { recursive: true });
    writeFileSync(
      path.join(within, 'manifest.json'),
      storedManifestText(engineId, { specDigest, document, described }),
    );
    const key = { engineId, specDigest, seed: '1' };
    writeFileSync(path.join(within, 'seed-1.seed'), seedFile(key, seed));
  }
}

function simulated(run: Generator<unknown, SeedResult, void>): SeedResult {
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}
