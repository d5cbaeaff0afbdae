import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { EvidenceBlock } from '../../../../sim-core/evidence/evidence-block.ts';
import type { ReadFile } from '../../../../sim-core/scenario/file-content.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { bundleScenario } from '../bundle/bundle-scenario.ts';
import type { WrittenBundle } from '../bundle/write-bundle.ts';
import type { BothDocuments } from '../verify/assume-in-both.ts';

/** What travels beside a draft: what whoever verifies it may not have. */
export interface Travelling {
  /** True where every copy of the studio has the base, to the last value. */
  readonly shipped: boolean;
  /** The data beside the text of each. */
  readonly read: { readonly base: ReadFile; readonly proposal: ReadFile };
  /** The text of the experiment that the numbers come from. */
  readonly experiment?: string;
}

interface Compared {
  readonly documents: BothDocuments;
  /** As they were run: the same, with what is assumed in both. */
  readonly ran: BothDocuments;
  readonly runs: { readonly base: BatchResult; readonly proposal: BatchResult };
  readonly engine: { readonly version: string; readonly id: string };
  readonly specDigest: (document: Pick<ScenarioDocument, 'spec'>) => string;
}

/** The bundle of a draft; undefined where the studio alone is enough to run its evidence. */
export async function draftBundle(
  block: EvidenceBlock,
  { shipped, read, experiment }: Travelling,
  { documents, ran, runs, engine, specDigest }: Compared,
): Promise<WrittenBundle | undefined> {
  const whole = block.proposal !== undefined;
  if (shipped && !whole && block.code.length === 0 && experiment === undefined) return undefined;
  const { base, proposal } = documents;
  return bundleOf({
    base: await bundleScenario(base, read.base, specDigest),
    ...(whole ? { proposal: await bundleScenario(proposal, read.proposal, specDigest) } : {}),
    code: proposal.code ?? base.code ?? [],
    ...(experiment === undefined ? {} : { experiment }),
    ...{ engine, runs, seeds: block.seeds },
    specDigests: { base: specDigest(ran.base), proposal: specDigest(ran.proposal) },
  });
}
