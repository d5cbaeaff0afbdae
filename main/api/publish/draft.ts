/** The ways of voting that Snapshot's server takes; its client library's types lack two of them. */
export const votingTypes = [
  'single-choice',
  'approval',
  'ranked-choice',
  'quadratic',
  'copeland',
  'weighted',
  'custom',
  'basic',
] as const;

/** What a person says of a proposal. Texts are as they will be signed. */
export interface ProposalDraft {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly choices: readonly string[];
  /** A link, or empty. */
  readonly discussion: string;
  /** Ids of labels that the space defines. */
  readonly labels: readonly string[];
  /** One of `votingTypes`. */
  readonly type: string;
  /** Empty or `shutter`. */
  readonly privacy: string;
  /** Such as `weatherxm.eth`. */
  readonly space: string;
  /** The author's address. */
  readonly from: string;
  /** When voting starts, in seconds since 1970; absent: as soon as the space lets it. */
  readonly start?: number;
  /** How long voting lasts, in seconds; absent: as the space says. */
  readonly period?: number;
  /** The block whose balances vote; absent: not known yet. */
  readonly block?: number;
}
