import { max, min } from '../../kernel/math.ts';

/** Terms of a job and of a dispute over it, in dollars; shares without unit. The stake at risk, in dollars, comes beside them. */
export interface FraudGame {
  readonly payment: number;
  readonly clientLoss: number;
  readonly honestCost: number;
  readonly cheatingCost: number;
  readonly safeCost: number;
  readonly proofCost: number;
  readonly transactionCost: number;
  readonly bond: number;
  /** Part of a slashed stake that goes to who proved the fraud. */
  readonly slashReward: number;
  /** Part of the payment that comes back through the protocol. */
  readonly routed: number;
  /** Probability that a dispute is decided rightly. */
  readonly enforcement: number;
}

/** What winning a dispute over a fraud is worth to who starts it, on average. */
function surplusOf(game: FraudGame, stake: number): number {
  const { payment, proofCost, transactionCost, bond, slashReward, routed, enforcement } = game;
  return (
    enforcement * (slashReward * stake + routed * payment) -
    (proofCost + transactionCost) -
    (1 - enforcement) * bond
  );
}

/**
 * Part of jobs that must be audited so that cheating pays no more than honesty: what it saves over what it forfeits. Above 1
 * no audit deters.
 */
export function auditRateOf({ payment, honestCost, cheatingCost }: FraudGame, stake: number): number {
  return max(0, honestCost - cheatingCost) / (stake + payment);
}

/**
 * Part of providers that cheats in equilibrium: so many that clients are indifferent between trusting and auditing. All,
 * where disputes do not pay or audits cannot deter; none, where cheating saves nothing.
 */
export function cheatingOf(game: FraudGame, stake: number): number {
  if (game.cheatingCost >= game.honestCost) return 0;
  const surplus = surplusOf(game, stake);
  if (surplus <= 0 || auditRateOf(game, stake) > 1) return 1;
  return min(1, game.safeCost / (game.clientLoss + surplus));
}

/** The stake from which on disputing a fraud pays. */
export function leastStakeOf(game: FraudGame): number {
  const { payment, proofCost, transactionCost, bond, slashReward, routed, enforcement } = game;
  const costs = proofCost + transactionCost + (1 - enforcement) * bond;
  return max(0, (costs - enforcement * routed * payment) / (enforcement * slashReward));
}
