import type { BatchResult, SeedFailure, SeedResult, Verdict } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';
import { canonicalJson, digestOf } from '../kernel/canonical.ts';
import { metrics } from '../metrics/index.ts';
import { verdicts } from '../metrics/verdicts.ts';
import { wilson } from './wilson.ts';

/** Seeds in the order asked for, whichever finished first; verdicts over those that finished. */
export function fold(
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
    metrics: metrics.map(describe),
    startDay: spec.startDay,
    ticks: spec.ticks,
    seeds: finished,
    failures: inOrder(failures),
    verdicts: judge(spec.ticks, finished),
    digest: digestOf(canonicalJson(finished.map(({ seed, digest }) => ({ seed, digest })))),
  };
}

/** A metric without its function. */
export function describe({
  read: _,
  ...description
}: (typeof metrics)[number]): BatchResult['metrics'][number] {
  return description;
}

function judge(ticks: number, results: readonly SeedResult[]): readonly Verdict[] {
  const index = new Map(metrics.map(({ id }, i) => [id, i]));
  return verdicts
    .filter(({ days }) => days <= ticks && results.length > 0)
    .map(({ id, title, rule, source, holds }) => {
      const held = results.filter(({ columns }) =>
        holds((metric) => columns[index.get(metric) ?? -1], ticks),
      ).length;
      const of = results.length;
      return { id, title, rule, source, held, of, probability: held / of, ...wilson(held, of) };
    });
}
