/** The middle of some numbers and the range that holds 9 in 10 of them; NaN where there are none. */
export interface Spot {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many there are. */
  readonly of: number;
}

/** Quantiles between ranks as charts have them (type 7); what is not a number is left out. */
export function spotOf(values: readonly number[]): Spot {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number): number => {
    const rank = (sorted.length - 1) * share;
    const from = sorted[Math.floor(rank)] ?? Number.NaN;
    const to = sorted[Math.ceil(rank)] ?? Number.NaN;
    return from === to ? from : from + (to - from) * (rank - Math.floor(rank));
  };
  return { median: at(0.5), low: at(0.05), high: at(0.95), of: sorted.length };
}
