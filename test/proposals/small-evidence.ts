import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evidenceFor } from '../../main/services/proposals/evidence-for.ts';
import type { Bench } from '../../main/services/proposals/verify/bench.ts';
import { type RunBoth, seedsOf } from '../../main/services/proposals/verify/verify-evidence.ts';
import { verifyLine } from '../../main/services/proposals/verify-line.ts';
import type { BatchResult } from '../../sim-core/contract/run.ts';
import { describedOf, fold, simulate, specDigest } from '../../sim-core/engine.ts';
import type { Claim } from '../../sim-core/evidence/claim.ts';
import type { EvidenceBlock } from '../../sim-core/evidence/evidence-block.ts';
import { verdicts } from '../../sim-core/metrics/verdicts.ts';
import { applyPoint } from '../../sim-core/scenario/experiment/apply-point.ts';
import { suggestion } from '../../sim-core/scenario/nearest-name.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import type { Assignment } from '../../sim-core/scenario/set-parameter.ts';

const folder = new URL('../fixtures/scenarios/small/', import.meta.url);
const engine = { id: `sha256:${'a1'.repeat(32)}`, version: '1.2.3' };
const known = new Map<string, BatchResult>();

/** Runs the small scenario in this thread; the same one a second time costs nothing. */
function ran({ spec }: ScenarioDocument, seeds: readonly string[]): BatchResult {
  const key = `${specDigest(spec)} ${seeds}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const results = seeds.map((seed) => {
    const run = simulate(spec, seed);
    let next = run.next();
    while (next.done !== true) next = run.next();
    return next.value;
  });
  const batch = fold(spec, seeds, results, [], describedOf(spec));
  known.set(key, batch);
  return batch;
}

/** Both scenarios of evidence, by the engine of the sources. */
export const runBoth: RunBoth = async ({ base, proposal }, seeds) => ({
  base: ran(base, seeds),
  proposal: ran(proposal, seeds),
});

/** The small scenario, what evidence on it is held against, and blocks that propose changes of it. */
export async function smallEvidence() {
  const read = async (name: string) =>
    ({ kind: 'bytes', bytes: readFileSync(fileURLToPath(new URL(name, folder))) }) as const;
  const opened = await openScenario(read, 'scenario.yaml', 'small');
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const base = opened.document;
  const digestOf = ({ spec }: Pick<ScenarioDocument, 'spec'>) => specDigest(spec);
  const bench: Bench = {
    ...{ engine, specDigest: digestOf, overlays: new Map() },
    scenario: async ({ id }) => (id === 'small' ? base : undefined),
  };
  /** Evidence that somebody else could have written. */
  const proposing = async (
    set: readonly Assignment[],
    claims: readonly Claim[],
    seeds: string,
  ): Promise<EvidenceBlock> => {
    const made = applyPoint(base, set, new Map());
    if (!made.ok) throw new Error(made.problems[0]?.message);
    const both = { base, proposal: made.document };
    const runs = await runBoth(both, seedsOf(seeds));
    return evidenceFor(
      {
        ...{ ...both, ran: both, baseId: 'small', seeds, engine, specDigest: digestOf },
        runs: { ...runs, rules: verdicts, suggest: suggestion },
      },
      claims,
      verifyLine,
    );
  };
  return { base, bench, proposing };
}

/** Quantiles of a measure, with the change and as a difference; their numbers are filled from the runs. */
export const claimsOn = (measure: string): readonly Claim[] => {
  const values = [5, 50, 95].map((percent) => ({ percent, value: '0' }));
  return [
    { kind: 'quantiles', of: 'proposal', measure, values },
    { kind: 'difference', measure, values },
  ];
};
