/** The only thing that creates, moves or destroys tokens. Amounts are tokens; each flow states its reason. */
export interface Ledger {
  mint(to: string, amount: number, reason: string): void;
  burn(from: string, amount: number, reason: string): void;
  move(from: string, to: string, amount: number, reason: string): void;
  balance(account: string): number;
  readonly genesis: number;
  /** Tokens minted and burned since genesis, and in this tick. */
  readonly minted: number;
  readonly burned: number;
  readonly mintedToday: number;
  readonly burnedToday: number;
}
