import { readExperiment } from '../../../main/services/experiments/read-experiment.ts';
import { Refusal } from '../../../main/services/refusal.ts';
import { openScenario } from '../../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { fileText } from '../good.ts';
import { mutated } from '../mutated.ts';
import { judge, plain } from '../plain.ts';
import type { Target } from '../target.ts';

const head = `id: supplies
title: Supplies
question: What does the supply do?
scenario: small
seeds: 1..3
measure: [market.price@end, "sum(providers.active)"]
`;
const good = [
  `${head}design:
  kind: factorial
  parameters:
    agents.token.supply: { values: [1000000, 2000000] }
    agents.providers.hurdle.sigma: { min: 0.1, max: 1, steps: 4, scale: log }
`,
  `${head}design: { kind: sobol, runs: 64, seed: a, parameters: { horizon: { min: 10, max: 40, unit: day } } }
set: { agents.token.price: 3 }
`,
  `${head}sensitivity: { factors: all-unsourced, budget: 100, method: morris }
`,
  `${head}goals: [maximise providers.active@end, "market.price@end at least 1"]
design: { kind: latin-hypercube, runs: 10, parameters: { agents.token.supply: { min: 1, max: 2e6 } } }
`,
  `${head}fit: { data: prices.csv, columns: { price: market.price }, factors: { agents.token.supply: { min: 1, max: 9 } }, budget: 50 }
`,
  `${head}flip: { verdict: sustainable, factors: { agents.token.supply: { min: 1, max: 2000000 } }, budget: 40 }
`,
  `${head}compare:
  - { name: More, set: { agents.token.supply: 2000000 } }
stop: { rule: "verdict sustainable < 2", most: 50 }
`,
];

/** Text of an experiment file. */
export const experiment = (): Target => {
  let base: ScenarioDocument | undefined;
  return {
    name: 'experiment',
    share: 4,
    inputs: mutated(good),
    async try(input) {
      base ??= await smallDocument();
      try {
        readExperiment('x.yaml', input, base, new Map());
      } catch (thrown) {
        judge(thrown);
        if (thrown instanceof Refusal) for (const problem of thrown.problems) plain(problem);
      }
    },
  };
};

async function smallDocument(): Promise<ScenarioDocument> {
  const folder = 'test/fixtures/scenarios/small';
  const read = await openScenario(
    async (name) => ({ kind: 'bytes', bytes: new TextEncoder().encode(fileText(folder, name)) }),
    'scenario.yaml',
    'scenario.yaml',
  );
  if (!read.ok) throw new Error('the small scenario is good');
  return read.document;
}
