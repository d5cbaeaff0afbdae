// Ticks of one run. A tick is a day, and a scenario has at most 36,500 of them; ten years of hours would be 87,600, so the engine itself is
// asked for as many. No more than a thousand providers: it is the ticks that are many.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SeedResult } from '../../../sim-core/contract/run.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { documentIn } from '../../runs/fill-store.ts';
import { timed } from '../measure.ts';
import { withValue } from '../other-spec.ts';
import type { LoadSubject } from '../subject.ts';

export const ticks: LoadSubject = {
  name: 'ticks',
  of: 'ticks of a run of 1,000 providers',
  sizes: [8760, 26_280, 87_600],
  async measure({ root }, size) {
    const document = await documentIn(path.join(root, 'scenarios/blank-network'));
    const { spec } = withValue(document, 'agents.providers', 'rows', 1000);
    const long = { ...spec, ticks: size };
    const engine = await loadEngine(pathToFileURL(path.join(root, 'dist/engine/engine.js')).href);
    let result: SeedResult | undefined;
    let checkpoint = 0;
    const simulation = await timed('one seed simulated', process.pid, async () => {
      const run = engine.simulate(long, '1');
      for (let step = run.next(); ; step = run.next()) {
        if (step.done === true) {
          result = step.value;
          return;
        }
        if (step.value.done === size - 1) checkpoint = step.value.checkpoint().length;
      }
    });
    const seed = result;
    if (seed === undefined) throw new Error('the run has no end');
    const folded = await timed('eight seeds folded', process.pid, async () => {
      const seeds = Array.from({ length: 8 }, (_, at) => `${at + 1}`);
      const results = seeds.map((each) => ({ ...seed, seed: each }));
      engine.fold(long, seeds, results, []);
    });
    const numbers = [...seed.columns, ...seed.breakdowns].reduce((sum, { length }) => sum + length, 0);
    return [
      simulation,
      folded,
      { what: 'numbers of the seed', value: (numbers * 8) / 1e6, unit: 'MB' },
      { what: 'its last checkpoint', value: checkpoint / 1e6, unit: 'MB' },
    ];
  },
};
