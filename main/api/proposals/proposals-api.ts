import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { Nothing } from '../nothing.ts';
import type { OutcomeAsked, OutcomeView } from './outcome-view.ts';
import type { VerifyAsked } from './verify-asked.ts';

/** Proposals that carry their own evidence: written from a comparison, kept in the project, re-run from their text. */
export interface ProposalsApi {
  /** Begins to write a draft from a comparison; follow it with `proposals.task`. Throws what is wrong with the scenarios. */
  'proposals.compose'(input: ComposeAsked): Promise<ProposalTask>;
  /** Begins to re-run the evidence in a text. What is wrong with the text is thrown. */
  'proposals.verify'(input: VerifyAsked): Promise<ProposalTask>;
  /**
   * The text behind a link or the id of a Snapshot proposal: asks the address, or the hub of the settings. The only call here that goes
   * out, for a person who asked. Throws `source.*`, `hub.*` or `web.*`.
   */
  'proposals.fetch'(input: { readonly link: string }): Promise<ProposalSource>;
  /**
   * Begins to re-run the evidence in a text with other values, beside its own; the reply that comes of it is in the task's `fork`. Throws
   * what is wrong with the text.
   */
  'proposals.fork'(input: ForkAsked): Promise<ProposalTask>;
  /** Begins to hold real data against the forecast that a text's evidence makes. Throws what is wrong with the text. */
  'proposals.outcome'(input: OutcomeAsked): Promise<ProposalTask>;
  /** How a task stands. Throws `proposal.no-task`. */
  'proposals.task'(input: TaskNamed): Promise<ProposalTask>;
  /** Ends a draft that is being written with what is known by now: what is missing says how to compute it. */
  'proposals.finish'(input: TaskNamed): Promise<ProposalTask>;
  'proposals.cancel'(input: TaskNamed): Promise<ProposalTask>;
  /**
   * Writes a shorter draft beside one that is too long for a space, and the whole of it as an annex (`<id>.annex.md`). Throws
   * `short.too-long`, and `short.fits` where it is not too long.
   */
  'proposals.shorten'(input: ShortenAsked): Promise<ShortenedProposal>;
  /** A proposal for networks that vote elsewhere: plain Markdown and JSON. */
  'proposals.handOn'(input: { readonly id: string; readonly text: string }): Promise<{
    readonly files: readonly { readonly name: string; readonly text: string }[];
  }>;
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

export interface ProposalSource {
  readonly text: string;
  /** Where it is from, in words. */
  readonly from: string;
}

export interface TaskNamed {
  readonly task: string;
}

/** A scenario by its id; `text` in place of what stands in its file. */
export interface GivenScenario {
  readonly scenario: string;
  readonly text?: string;
}

/** Whose evidence, and which values are another: a parameter that it changes, or one that is assumed in both of its scenarios. */
export interface ForkAsked extends VerifyAsked {
  /** Where the text is from, in words, for the reply. */
  readonly from?: string;
  readonly set: readonly { readonly path: string; readonly written: string }[];
}

/** Theirs and ours, side by side. */
export interface ForkView {
  readonly differences: readonly {
    readonly path: string;
    readonly label: string;
    readonly as: 'proposed' | 'assumed';
    readonly theirs: string;
    readonly here: string;
  }[];
  /** One for each claim, with its numbers as evidence spells them. */
  readonly outcomes: readonly {
    readonly what: string;
    readonly unit?: string;
    /** Names of the numbers, such as p5. */
    readonly numbers: readonly string[];
    readonly theirs: readonly string[];
    readonly here: readonly string[];
    /** Whether their text says what the re-run of theirs says. */
    readonly reproduced: boolean;
  }[];
  /** What turns. */
  readonly sentences: readonly string[];
  /** A draft that says all this, with evidence of its own. */
  readonly reply: string;
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
  readonly kind: 'compose' | 'verify' | 'fork' | 'outcome';
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
    /** Code that the evidence needs, to be read and trusted before it runs. */
    readonly needs: readonly NeededModule[];
  };
  /** Theirs beside ours, once both have run. */
  readonly fork?: ForkView;
  /** How the forecast did, once it has run. */
  readonly outcome?: OutcomeView;
}

export interface NeededModule {
  readonly kind: 'module' | 'engine';
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits: what is trusted. */
  readonly id: string;
  readonly text: string;
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

export interface ShortenAsked {
  /** Of the draft, and its text as it is now. */
  readonly id: string;
  readonly text: string;
  /** What the space takes, in UTF-16 units. */
  readonly most: number;
}

export interface ShortenedProposal {
  readonly kept: KeptProposal;
  /** Headings of the sections that are only in the annex. */
  readonly moved: readonly string[];
  /** Name of the annex beside the draft, and its CID. */
  readonly annex: string;
  readonly cid: string;
  /** Of the body, in UTF-16 units. */
  readonly length: number;
}

export interface KeptProposal {
  readonly id: string;
  readonly text: string;
  /** sha256 of the text: what `proposals.save` wants to be told. */
  readonly digest: string;
}
