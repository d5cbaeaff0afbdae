/** A space, as far as its settings decide what may be proposed. Addresses are in lower case. */
export interface SpaceSettings {
  readonly id: string;
  readonly name: string;
  /** Chain id, as text. */
  readonly network: string;
  /** Chain ids of the space's strategies. */
  readonly strategyNetworks: readonly string[];
  /** 0 or empty: not set. Delay and period in seconds. */
  readonly voting: {
    readonly delay: number;
    readonly period: number;
    readonly type: string;
    readonly privacy: string;
  };
  readonly onlyMembers: boolean;
  /** Which rule authors outside must pass, such as `basic` or `any`. */
  readonly validation: string;
  /** Voting power that such authors need; 0: none. */
  readonly minScore: number;
  readonly members: readonly string[];
  readonly moderators: readonly string[];
  readonly admins: readonly string[];
  readonly verified: boolean;
  readonly flagged: boolean;
  readonly turbo: boolean;
  readonly hibernated: boolean;
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  /** Proposals of the last day and of the last 30; absent where nobody counted. */
  readonly proposalsInDay?: number;
  readonly proposalsInMonth?: number;
  readonly guidelines: string;
  readonly template: string;
}

/** All that is known outside the draft. What is absent was not asked, or could not be answered. */
export interface KnownFacts {
  /** Null: there is no such space. */
  readonly space?: SpaceSettings | null;
  /** Live limits by the server's names, such as `space.default.body_limit`. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly premiumNetworks?: readonly string[];
  /** Proposals of the author whose voting is not over. */
  readonly activeOfAuthor?: number;
  /** The newest block of the space's network. */
  readonly headBlock?: number;
  /** Whether a space of that name exists on the main network, for those who publish elsewhere. */
  readonly onMainnet?: boolean;
  /** Seconds that the server's clock is ahead of this computer's. */
  readonly clockAhead?: number;
}
