import type { VerdictRule } from '../contract/verdict-rule.ts';

/** What a run reports, in the order of its columns, and over how many days. */
export interface Reported {
  readonly metrics: readonly { readonly id: string }[];
  readonly ticks: number;
}

/** Whether the run reports what the verdict asks for, and is long enough for it. */
export const canAnswer = ({ days, applies }: VerdictRule, { metrics, ticks }: Reported): boolean =>
  days <= ticks && applies((metric) => metrics.some(({ id }) => id === metric));

/** Whether the verdict holds in a seed, from its columns; of a run that can answer it. */
export function verdictInSeed(
  { holds }: VerdictRule,
  { metrics, ticks }: Reported,
): (columns: readonly Float64Array[]) => boolean {
  const index = new Map(metrics.map(({ id }, i) => [id, i]));
  return (columns) => holds((metric) => columns[index.get(metric) ?? -1], ticks);
}
