/** Digits of a number in a claim: more than anyone judges by, few enough to read. */
const digits = 6;

/**
 * A number as claims spell it: six significant digits, no groups, no trailing zeros. The one formatter of evidence: what it prints for a
 * proposal it prints for whoever verifies it. ECMAScript fixes both steps to the last digit.
 */
export function claimNumber(value: number): string {
  if (Number.isNaN(value)) return 'none';
  const rounded = Number(value.toPrecision(digits));
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
