import type { Claim } from '../../../sim-core/evidence/claim.ts';
import { type ClaimedRuns, claimOf } from '../../../sim-core/evidence/claims-of.ts';
import { type EvidenceBlock, shortHash } from '../../../sim-core/evidence/evidence-block.ts';
import { changesBetween } from '../../../sim-core/scenario/changes-between.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { rowsOf } from './verify/prepare.ts';

/** A comparison that a proposal rests on: a base, what it becomes, and the runs of both on the same seeds. */
export interface ProposedChange {
  readonly base: ScenarioDocument;
  /** The id by which whoever verifies finds the base. */
  readonly baseId: string;
  readonly proposal: ScenarioDocument;
  readonly runs: ClaimedRuns;
  /** As `1..200`. */
  readonly seeds: string;
  readonly engine: { readonly version: string; readonly id: string };
  readonly specDigest: (document: ScenarioDocument) => string;
}

/** The evidence of a proposal. `asked` are claims whose numbers are filled from the runs. Throws a `measure.*` error. */
export function evidenceFor(
  { base, baseId, proposal, runs, seeds, engine, specDigest }: ProposedChange,
  asked: readonly Claim[],
  verify: string,
): EvidenceBlock {
  const { changes, unwritable } = changesBetween(base, proposal);
  const named = (id: string, document: ScenarioDocument) => ({
    id,
    version: document.spec.version,
    digest: shortHash(specDigest(document)),
  });
  const code = proposal.code ?? base.code ?? [];
  return {
    engine: { version: engine.version, id: shortHash(engine.id) },
    base: named(baseId, base),
    ...(unwritable.length === 0 ? {} : { proposal: named(proposal.spec.id, proposal) }),
    code: code.map(({ name, id }) => ({ name, id: shortHash(id) })),
    changes,
    ticks: proposal.spec.ticks,
    providers: rowsOf(proposal.spec),
    seeds,
    count: runs.proposal.seeds.length,
    claims: asked.map((claim) => claimOf(claim, runs)),
    digests: { base: shortHash(runs.base.digest), proposal: shortHash(runs.proposal.digest) },
    verify,
  };
}
