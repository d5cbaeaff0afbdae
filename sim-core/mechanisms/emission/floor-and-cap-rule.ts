import { max, min } from '../../kernel/math.ts';

/** Tokens that payers' dollars are worth, times `multiple`; 0 without a price. */
export function worth(usd: number, multiple: number, price: number): number {
  return price > 0 ? (multiple * usd) / price : 0;
}

/**
 * Minted on top so that carriers' providers reach the floor: what they lack, grown by the share of emission that reaches
 * them, within what was burned beyond the cap of net emissions.
 */
export function topUp(
  base: number,
  reaches: number,
  floorTokens: number,
  burnedOnAverage: number,
  netCap: number,
): number {
  if (reaches <= 0) return 0;
  const lacking = max(0, floorTokens - base * reaches);
  return min(lacking / reaches, max(0, burnedOnAverage - netCap));
}

/** What of the providers' bucket lies above the ceiling, within what the escrow holds; a ceiling of 0 is none. */
export function overflow(bucket: number, ceiling: number, escrow: number): number {
  return ceiling === 0 ? 0 : min(escrow, max(0, bucket - ceiling));
}

/** The supplement on a day counted from its first: flat, then falling in a line to zero. Payments stand half a day in. */
export function supplementOn(day: number, amount: number, flatDays: number, taperDays: number): number {
  if (day < 0) return 0;
  const time = day + 0.5;
  if (time < flatDays) return amount;
  return (amount * max(0, flatDays + taperDays - time)) / taperDays;
}
