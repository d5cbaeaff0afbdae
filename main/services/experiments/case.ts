import type { BatchResult, Frame } from '../../../sim-core/contract/run.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';

/** A scenario to run as it stands, on these seeds. */
export interface Case {
  readonly document: ScenarioDocument;
  readonly seeds: readonly string[];
  /** What distinguishes it from the others, for people. */
  readonly label?: string;
}

/** A case that is over: every seed finished or failed. */
export interface CaseResult<Its extends Case = Case> {
  /** Its place among the cases, from 0. */
  readonly index: number;
  readonly case: Its;
  /** Of the batch: over the digests of the seeds, in seed order. */
  readonly digest: string;
  readonly specDigest: string;
  /** Folded in seed order; its seeds' `columns` and `breakdowns` are empty where they were not asked for. */
  readonly batch: BatchResult;
  /** Seeds that were simulated now; the others came from the store, or failed. */
  readonly simulated: number;
}

/** How a seed came to be over. */
export type SeedEnd = 'simulated' | 'stored' | 'failed';

/** Told what happens while cases run; `index` is the place of the case among them. */
export interface CaseProgress {
  frame?(index: number, frame: Frame): void;
  seedOver?(index: number, seed: string, end: SeedEnd): void;
  /** A seed that was cut off goes on from its checkpoint, after `done` of its days. */
  resumed?(index: number, seed: string, done: number): void;
  /** What the store held of a seed is damaged: it is simulated again. */
  damaged?(index: number, seed: string): void;
}
