import type { Claim } from '../../../sim-core/evidence/claim.ts';
import { type ClaimedRuns, claimOf } from '../../../sim-core/evidence/claims-of.ts';
import { type EvidenceBlock, shortHash } from '../../../sim-core/evidence/evidence-block.ts';
import { changesBetween } from '../../../sim-core/scenario/changes-between.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { BothDocuments } from './verify/assume-in-both.ts';
import { rowsOf } from './verify/prepare.ts';

/** A comparison that a proposal rests on: a base, what it becomes, and the runs of both on the same seeds. */
export interface ProposedChange {
  readonly base: ScenarioDocument;
  /** The id by which whoever verifies finds the base. */
  readonly baseId: string;
  readonly proposal: ScenarioDocument;
  /** Both as they were run: with what is assumed otherwise in both. */
  readonly ran: BothDocuments;
  readonly runs: ClaimedRuns;
  /** As `1..200`. */
  readonly seeds: string;
  readonly engine: { readonly version: string; readonly id: string };
  readonly specDigest: (document: Pick<ScenarioDocument, 'spec'>) => string;
}

/** The evidence of a proposal. `asked` are claims whose numbers are filled from the runs. Throws a `measure.*` error. */
export function evidenceFor(
  { base, baseId, proposal, ran, runs, seeds, engine, specDigest }: ProposedChange,
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
    ...(unwritable.length === 0 && codeOf(base) === codeOf(proposal)
      ? {}
      : { proposal: named(proposal.spec.id, proposal) }),
    code: code.map(({ name, id }) => ({ name, id: shortHash(id) })),
    assumptions: changesBetween(base, ran.base).changes,
    changes,
    ticks: ran.proposal.spec.ticks,
    providers: rowsOf(ran.proposal.spec),
    seeds,
    count: runs.proposal.seeds.length,
    claims: asked.map((claim) => claimOf(claim, runs)),
    digests: { base: shortHash(runs.base.digest), proposal: shortHash(runs.proposal.digest) },
    verify,
  };
}

/** Which modules a scenario was read with: one that brings others is no line away from its base. */
const codeOf = ({ code = [] }: ScenarioDocument): string => code.map(({ id }) => id).join();
