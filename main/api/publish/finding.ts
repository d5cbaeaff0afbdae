/** One rule that a draft breaks, or that nobody could check. */
export interface Finding {
  /** The rule's id, such as `voting.delay`. */
  readonly rule: string;
  /** `refused`: nothing is signed. `unknown`: it may still be refused by the server. */
  readonly standing: 'refused' | 'unknown';
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What the rule looked at, as people read it. */
  readonly value: string;
  /** What to do. */
  readonly fix: string;
  /** What the server would answer; absent where it forgets to check. */
  readonly server?: string;
}
