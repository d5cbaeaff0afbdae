import type { EvidenceBlock } from '../../../../sim-core/evidence/evidence-block.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Beside } from './beside.ts';

/** What a block is checked against, before anything runs. */
export interface Bench {
  /** The engine that is here. */
  readonly engine: { readonly id: string; readonly version: string };
  /** sha256 of a scenario's spec. */
  readonly specDigest: (document: Pick<ScenarioDocument, 'spec'>) => string;
  /** The scenario of an id, or of its digest in a bundle; undefined where it is not here. */
  readonly scenario: (name: EvidenceBlock['base']) => Promise<ScenarioDocument | undefined>;
  readonly overlays: OverlayShelf;
  /** What travels beside the proposal; absent where nobody has looked. */
  readonly beside?: Beside;
}
