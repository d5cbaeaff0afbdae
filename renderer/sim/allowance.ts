/** Time that work on the page may take before the page has to be free again. */
export interface Allowance {
  /** Whether there is some left. */
  left(): boolean;
}

/** `milliseconds` of each turn of the page; what is asked after a pause as long as `turn` begins a new one. */
export function createAllowance(milliseconds: number, turn: number, now: () => number): Allowance {
  let began = Number.NEGATIVE_INFINITY;
  return {
    left() {
      const at = now();
      if (at - began >= turn) began = at;
      return at - began < milliseconds;
    },
  };
}
