import path from 'node:path';
import { root } from '../../scripts/root.mjs';
import { setAll } from '../../sim-core/scenario/set-parameter.ts';
import { fillStore } from './fill-store.ts';

/** Fills the run store of a project with as many runs of the small scenario, each with another supply and halving. */
export async function makeManyRuns(project: string, count: number): Promise<void> {
  await fillStore({
    ...{ root, project, from: 0, to: count, seeds: ['1'] },
    scenario: path.join(root, 'test/fixtures/scenarios/small'),
    vary(document, index) {
      const made = setAll(document, [
        { path: 'emission.halving.period', written: `${1 + (index % 240)}` },
        { path: 'agents.token.supply', written: `${1_000_000 + index}` },
      ]);
      if (!made.ok) throw new Error('a value of the many is not allowed');
      return made.document;
    },
  });
}
