/** A published proposal as a hub shows it. Times are seconds since 1970; powers are in votes of the space. */
export interface ProposalStatus {
  readonly id: string;
  readonly space: string;
  readonly author: string;
  readonly created: number;
  readonly updated?: number;
  readonly title: string;
  readonly body: string;
  readonly discussion: string;
  readonly type: string;
  readonly privacy: string;
  readonly labels: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The block whose balances vote. */
  readonly block: number;
  readonly ipfs: string;
  readonly state: 'pending' | 'active' | 'closed' | 'unknown';
  /** How many have voted. */
  readonly votes: number;
  readonly quorum: number;
  /** Voting power cast in all. */
  readonly total: number;
  /** True where the result will not change any more. */
  readonly final: boolean;
  readonly results: readonly { readonly choice: string; readonly power: number }[];
}

/** One vote, in words. */
export interface VoteView {
  readonly voter: string;
  /** Such as `For`, or `For 25 %, Against 75 %`. */
  readonly choice: string;
  readonly power: number;
  readonly reason: string;
  /** Seconds since 1970. */
  readonly created: number;
}
