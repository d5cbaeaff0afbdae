/** Tokens that went from one account to another for one reason. */
export interface TokenFlow {
  /** Account that gives; `minted` where they came into being. */
  readonly from: string;
  /** Account that takes; `burned` where they were destroyed. */
  readonly to: string;
  /** As the ledger states it, such as "reward". */
  readonly reason: string;
  /** At least 0, in the unit of the subject. */
  readonly amount: number;
}

/** Where tokens went on a day, or over a span of days. */
export interface TokenFlowsSubject {
  /** What flows, such as "Tokens". */
  readonly title: string;
  readonly unit: string;
  /** In words, such as "on 2024-03-01" or "2023-04-24 to 2026-04-23". */
  readonly when: string;
  readonly flows: readonly TokenFlow[];
}
