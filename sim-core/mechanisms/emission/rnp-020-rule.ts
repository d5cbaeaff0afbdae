import { abs, clamp, floor, min } from '../../kernel/math.ts';

/** What a policy remembers from one decision to the next; `decide` changes it in place. */
export interface PolicyMemory {
  /** Tokens an epoch. */
  policy: number;
  /** Of the last change: 1 up, -1 down, 0 none. */
  direction: number;
  /** Largest step that the last change was allowed, a share. */
  cap: number;
}

export interface PolicyRule {
  /** Changes smaller than this share are not made; also the first cap of a step. */
  readonly buffer: number;
  /** Held while it is at most this multiple of the anchor. */
  readonly upper: number;
  /** By how much the cap grows with each step in the same direction. */
  readonly capStep: number;
  /** Steps are whole multiples of this share. */
  readonly quantum: number;
  /** Amounts are whole multiples of this. */
  readonly roundTo: number;
}

/** Sets the policy of the next epochs from the anchor. Up by a step and down by it comes back to where it was. */
export function decide(memory: PolicyMemory, anchor: number, rule: PolicyRule): void {
  const { policy } = memory;
  const close = abs(anchor - policy) <= rule.buffer * policy;
  if (close || (anchor <= policy && policy <= rule.upper * anchor)) {
    // Without a direction the next step starts from the smallest cap.
    memory.direction = 0;
    return;
  }
  const wanted = anchor / policy - 1;
  const direction = wanted > 0 ? 1 : -1;
  const cap = direction === memory.direction ? min(memory.cap + rule.capStep, 1) : rule.buffer;
  const step = roundHalfEven(clamp(wanted, -cap, cap) / rule.quantum) * rule.quantum;
  const moved = step >= 0 ? policy * (1 + step) : policy / (1 - step);
  memory.policy = roundHalfEven(moved / rule.roundTo) * rule.roundTo;
  memory.direction = step === 0 ? 0 : direction;
  memory.cap = cap;
}

/** Growth of one mean over another; 0 where there is no earlier one. */
export function growthOf(mean: number, before: number): number {
  return before > 0 ? mean / before - 1 : 0;
}

/** How work shifts with the growth of nodes `r` and of hours a node `x` in two tiers of share `f`; 1 where unknown. */
export function nodeMultiplier(
  f2: number,
  r2: number,
  x2: number,
  f3: number,
  r3: number,
  x3: number,
): number {
  return known((f2 * (1 + r2) * (1 + x2) + f3 * (1 + r3) * (1 + x3)) / (f2 * (1 + x2) + f3 * (1 + x3)));
}

/** Shares the pain of growth between two tiers of weight `l`; 1 where nodes did not change or anything is unknown. */
export function equalPain(
  f2: number,
  r2: number,
  x2: number,
  f3: number,
  r3: number,
  x3: number,
  l2: number,
  l3: number,
): number {
  if (r2 === 0 && r3 === 0) return 1;
  const top = (f2 * (1 + x2) + f3 * (1 + x3)) * (l2 + l3);
  return known(top / (l2 * (1 + x2) + l3 * (1 + x3)));
}

const known = (value: number): number => (value - value === 0 ? value : 1);

/** To the nearest whole number; halves go to the even one, as in the reference. */
function roundHalfEven(value: number): number {
  const below = floor(value);
  const part = value - below;
  if (part !== 0.5) return part < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
