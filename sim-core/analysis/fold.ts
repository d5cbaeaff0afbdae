import type { BreakdownDescription } from '../contract/breakdown.ts';
import type { MetricDescription } from '../contract/metric.ts';
import type { BatchResult, SeedFailure, SeedResult, Verdict } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';
import type { VerdictRule } from '../contract/verdict-rule.ts';
import { canonicalJson, digestOf } from '../kernel/canonical.ts';
import { sampleTicks } from '../kernel/sampling.ts';
import { canAnswer, type Reported, verdictInSeed } from './verdict-in-seed.ts';
import { wilson } from './wilson.ts';

/** What the columns of results are, and what is asked of them. */
export interface Catalogue {
  readonly metrics: readonly MetricDescription[];
  readonly breakdowns: readonly BreakdownDescription[];
  readonly verdicts: readonly VerdictRule[];
}

/** Seeds in the order asked for, whichever finished first; verdicts over those that finished. */
export function fold(
  { metrics, breakdowns, verdicts }: Catalogue,
  spec: ScenarioSpec,
  seeds: readonly string[],
  results: readonly SeedResult[],
  failures: readonly SeedFailure[],
): BatchResult {
  const inOrder = <T extends { readonly seed: string }>(items: readonly T[]): T[] => {
    const bySeed = new Map(items.map((item) => [item.seed, item]));
    return seeds.flatMap((seed) => bySeed.get(seed) ?? []);
  };
  const finished = inOrder(results);
  return {
    metrics,
    breakdowns,
    sampleTicks: sampleTicks(spec.ticks),
    startDay: spec.startDay,
    ticks: spec.ticks,
    seeds: finished,
    failures: inOrder(failures),
    verdicts: judge(verdicts, { metrics, ticks: spec.ticks }, finished),
    digest: digestOf(canonicalJson(finished.map(({ seed, digest }) => ({ seed, digest })))),
  };
}

/** What people read of a metric: all but its function and what it needs. */
export function describe({
  id,
  title,
  unit,
  definition,
  source,
  gaps,
}: MetricDescription): MetricDescription {
  return { id, title, unit, definition, source, ...(gaps === undefined ? {} : { gaps }) };
}

/** What people read of a breakdown: all but its function. */
export function describeBreakdown({ by, groups, ...breakdown }: BreakdownDescription): BreakdownDescription {
  return { ...describe(breakdown), by, groups };
}

function judge(
  rules: readonly VerdictRule[],
  reported: Reported,
  results: readonly SeedResult[],
): readonly Verdict[] {
  const of = results.length;
  if (of === 0) return [];
  return rules
    .filter((each) => canAnswer(each, reported))
    .map((each) => {
      const { id, title, rule, source } = each;
      const holds = verdictInSeed(each, reported);
      const held = results.filter(({ columns }) => holds(columns)).length;
      return { id, title, rule, source, held, of, probability: held / of, ...wilson(held, of) };
    });
}
