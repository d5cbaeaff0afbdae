import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { Nothing } from '../nothing.ts';

/** Proposals that carry their own evidence: written from a comparison, kept in the project, re-run from their text. */
export interface ProposalsApi {
  /** Begins to write a draft from a comparison; follow it with `proposals.task`. Throws what is wrong with the scenarios. */
  'proposals.compose'(input: ComposeAsked): Promise<ProposalTask>;
  /** Begins to re-run the evidence in a text. What is wrong with the text is thrown. */
  'proposals.verify'(input: { readonly text: string }): Promise<ProposalTask>;
  /** How a task stands. Throws `proposal.no-task`. */
  'proposals.task'(input: TaskNamed): Promise<ProposalTask>;
  /** Ends a draft that is being written with what is known by now: what is missing says how to compute it. */
  'proposals.finish'(input: TaskNamed): Promise<ProposalTask>;
  'proposals.cancel'(input: TaskNamed): Promise<ProposalTask>;
  /** The files in the project's folder `proposals`, sorted by name. */
  'proposals.list'(input: Nothing): Promise<readonly ProposalEntry[]>;
  /** Throws `proposal.unknown`. */
  'proposals.open'(input: { readonly id: string }): Promise<KeptProposal>;
  /**
   * Writes `proposals/<id>.md`. `over` is the digest of the text that the person saw last: where the file holds another by now,
   * nothing is written (`proposal.changed-outside`). Absent: it is new, and where the name is taken it gets a number.
   */
  'proposals.save'(input: {
    readonly id: string;
    readonly text: string;
    readonly over?: string;
  }): Promise<KeptProposal>;
}

export interface TaskNamed {
  readonly task: string;
}

/** A scenario by its id; `text` in place of what stands in its file. */
export interface GivenScenario {
  readonly scenario: string;
  readonly text?: string;
}

/** What to propose, against what. */
export interface ComposeAsked {
  readonly base: GivenScenario;
  readonly proposal: GivenScenario;
  /** Seeds 1 to this, the same for both. */
  readonly seeds: number;
  /** Runs that may be made to find what the result rests on and how far it is from turning; 0: the draft says how to. */
  readonly budget: number;
}

export interface ProposalTask {
  readonly task: string;
  readonly kind: 'compose' | 'verify';
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** What is being computed, in a few words. */
  readonly doing: string;
  /** Runs that are over, of those of this part. */
  readonly runs: number;
  readonly of: number;
  /** Milliseconds until this part is over; absent while nobody can tell. */
  readonly leftMs?: number;
  readonly problem?: Problem;
  /** The draft, once it is written. */
  readonly text?: string;
  /** Lines as far as they are known; the outcome once all are. */
  readonly verification?: {
    readonly outcome?: 'reproduced' | 'differs' | 'cannot-run';
    readonly lines: readonly VerifiedLine[];
  };
}

export interface VerifiedLine {
  /** Line of the text, from 1. */
  readonly number: number;
  readonly text: string;
  readonly standing: 'holds' | 'differs' | 'cannot-run' | 'not-reached';
  /** What came out here, in the words of the line; where it differs. */
  readonly here?: string;
  readonly why?: string;
}

export interface ProposalEntry {
  /** Name of its file without `.md`. */
  readonly id: string;
  /** Its first heading. */
  readonly title: string;
}

export interface KeptProposal {
  readonly id: string;
  readonly text: string;
  /** sha256 of the text: what `proposals.save` wants to be told. */
  readonly digest: string;
}
