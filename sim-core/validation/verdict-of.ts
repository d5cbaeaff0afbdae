import { abs } from '../kernel/math.ts';
import type { Check, Constants, Expected, Tolerance } from './check.ts';

/**
 * What came of a check. One number speaks for all: the one that fits worst of those held to the check's own tolerance, or
 * one of the others where it is beyond its own.
 */
export interface CheckVerdict {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Numbers compared. */
  readonly numbers: number;
  /** Which of them speaks; the last of equals. */
  readonly of: string;
  readonly expected: number;
  readonly got: number;
  /** Of that number, absolute or relative as the tolerance is. */
  readonly error: number;
  readonly tolerance: { readonly kind: Tolerance['kind']; readonly value: number };
  readonly passed: boolean;
}

/** Computes a check and holds every number against its expected one. `constants` replace those of the rule. */
export function verdictOf<C extends Constants>(
  check: Check<C>,
  constants: C = check.constants,
): CheckVerdict {
  const got = check.compute(constants);
  if (got.length !== check.expected.length || got.length === 0)
    throw new Error(`${check.id} gives ${got.length} numbers for ${check.expected.length} expected ones.`);
  let worst = { excess: -1, at: 0, error: 0, allowed: 0 };
  let passed = true;
  for (const [at, expected] of check.expected.entries()) {
    const error = errorOf(check.tolerance, expected, got[at]);
    const allowed = expected.within ?? check.tolerance.value;
    const excess = error === 0 ? 0 : error / allowed;
    if (!(excess <= 1)) passed = false;
    const speaks = expected.within === undefined || excess > 1;
    if (speaks && excess >= worst.excess) worst = { excess, at, error, allowed };
  }
  const { of, value } = check.expected[worst.at];
  return {
    id: check.id,
    title: check.title,
    unit: check.unit,
    numbers: got.length,
    of,
    expected: value,
    got: got[worst.at],
    error: worst.error,
    tolerance: { kind: check.tolerance.kind, value: worst.allowed },
    passed,
  };
}

function errorOf({ kind }: Tolerance, { value }: Expected, got: number): number {
  // What is no number is further off than any.
  if (!(got - got === 0)) return Infinity;
  const off = abs(got - value);
  return kind === 'absolute' || value === 0 ? off : off / abs(value);
}
