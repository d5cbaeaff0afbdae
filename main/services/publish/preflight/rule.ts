import type { PreflightFacts } from './facts.ts';

/** What a rule says of a draft that breaks it, or that it cannot judge. */
export interface Objection {
  readonly message: string;
  readonly value: string | number;
  /** Instead of the rule's own. */
  readonly fix?: string;
  /** True where a fact is missing, and the server will judge. */
  readonly unknown?: boolean;
}

/** One rule of Snapshot's server, or one that it forgets. */
export interface PreflightRule {
  readonly id: string;
  /** How the server's refusal begins; absent where it does not check. */
  readonly server?: string;
  /** What to do where it is broken, said without looking at the draft. */
  readonly fix: string;
  /** Undefined where the rule holds. */
  readonly check: (facts: PreflightFacts) => Objection | undefined;
}
