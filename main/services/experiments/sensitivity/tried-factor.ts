import type { Factor } from '../../../../sim-core/contract/design.ts';

/** A factor of a sensitivity analysis, and what people read of it. */
export interface TriedFactor {
  readonly factor: Factor;
  readonly label: string;
  readonly unit: string;
  /** In words, such as `250 to 1,000 USD`. */
  readonly range: string;
  /** True where the scenario's value is an assumption: nobody published it. */
  readonly unsourced: boolean;
}

/** A parameter that was not varied, and why. */
export interface LeftOut {
  readonly path: string;
  readonly because: string;
}

/** The parameters that were not varied, a sentence for each reason. */
export function leftOutNotes(leftOut: readonly LeftOut[]): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { path, because } of leftOut) reasons.set(because, [...(reasons.get(because) ?? []), path]);
  return [...reasons].map(([because, paths]) => `Not varied: ${paths.join(', ')} (${because}).`);
}
