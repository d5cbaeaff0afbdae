import type { Claim } from '../../../sim-core/evidence/claim.ts';

/** A number of the text that is nearly, but not quite, one of the evidence. */
export interface NumberFound {
  readonly written: string;
  readonly claimed: string;
  /** From 1. */
  readonly line: number;
}

/** This near a person meant the same number. */
const nearly = 0.005;
/** Smaller numbers are counts and days, and stand everywhere. */
const digitsThatSay = 4;

/** Numbers outside the evidence block: how many are those of claims, and which are nearly. */
export function numbersBeside(
  text: string,
  claims: readonly Claim[],
): { readonly same: number; readonly near: readonly NumberFound[] } {
  const claimed = new Map(claims.flatMap(numbersOf).map((written) => [Number(written), written]));
  const values = [...claimed.keys()].filter((value) => digitsOf(String(value)) >= digitsThatSay);
  let same = 0;
  const near: NumberFound[] = [];
  let fenced = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('```')) fenced = !fenced;
    if (fenced) continue;
    for (const [found] of line.matchAll(/[−-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?/g)) {
      const written = found.replace(/,$/, '');
      const value = Number(written.replaceAll(',', '').replace('−', '-'));
      if (digitsOf(written) < digitsThatSay || Number.isNaN(value)) continue;
      if (claimed.has(value)) same += 1;
      else {
        const apart = (each: number) => Math.abs(value / each - 1);
        const [close] = values
          .filter((each) => each !== 0 && apart(each) < nearly)
          .sort((one, other) => apart(one) - apart(other));
        if (close !== undefined && digitsOf(written) >= digitsOf(String(close)))
          near.push({ written, claimed: claimed.get(close) ?? '', line: index + 1 });
      }
    }
  }
  return { same, near };
}

const digitsOf = (written: string): number => written.replace(/\D/g, '').length;

function numbersOf(claim: Claim): readonly string[] {
  if (claim.kind === 'quantiles' || claim.kind === 'difference')
    return claim.values.map(({ value }) => value);
  return claim.kind === 'bound' ? [claim.bound, claim.share, claim.base] : [claim.share, claim.base];
}
