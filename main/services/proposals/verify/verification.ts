import type { NeededCode } from './beside.ts';

/** What became of a proposal's evidence on this machine. */
export interface Verification {
  /** `reproduced`: every line; `differs`: a line does not; `cannot-run`: something is missing here, or was not trusted. */
  readonly outcome: 'reproduced' | 'differs' | 'cannot-run';
  /** Every line of the block that says something which can be checked, in its order. */
  readonly lines: readonly CheckedLine[];
  /** Code that has to be trusted by its hash before it runs; empty where nothing waits for that. */
  readonly needs: readonly NeededCode[];
}

export interface CheckedLine {
  /** Line of the text, from 1. */
  readonly number: number;
  /** As it stands there, spaces evened. */
  readonly text: string;
  readonly standing: 'holds' | 'differs' | 'cannot-run' | 'not-reached';
  /** What came out here, in the words of the line; where it differs. */
  readonly here?: string;
  /** Why, and what to do; where it does not hold. */
  readonly why?: string;
}
