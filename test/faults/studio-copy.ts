import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../../sim-core/contract/engine.ts';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';

/** A studio of its own, since a build in the checkout would change the engine between two starts. */
export interface StudioCopy {
  readonly cli: string;
  /** The small scenario of the tests: its folder. */
  readonly small: string;
  readonly engine: Engine;
}

/** Copies what was built in `root` to `folder`. */
export async function copyStudio(root: string, folder: string): Promise<StudioCopy> {
  const parts = ['package.json', 'dist/cli', 'dist/engine', 'dist/renderer', 'scenarios/overlays'];
  for (const part of [...parts, 'scenarios/blank-network'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const small = path.join(folder, 'small');
  cpSync(path.join(root, 'test/fixtures/scenarios/small'), small, { recursive: true });
  const engine = await loadEngine(`file://${path.join(folder, 'dist/engine/engine.js')}`);
  return { cli: path.join(folder, 'dist/cli/cli.js'), small, engine };
}
