import { type Measure, parseMeasure } from '../analysis/measure.ts';
import { measureOf, type ReadyMeasure, readyMeasure, type Suggest } from '../analysis/measure-of.ts';
import { quantileOf } from '../analysis/quantile.ts';
import type { BatchResult } from '../contract/run.ts';
import type { VerdictRule } from '../contract/verdict-rule.ts';
import type { Claim } from './claim.ts';
import { claimNumber } from './claim-number.ts';

/** The runs of base and proposal, asked for the same seeds, with their columns. */
export interface ClaimedRuns {
  readonly base: BatchResult;
  readonly proposal: BatchResult;
  readonly rules: readonly VerdictRule[];
  readonly suggest: Suggest;
}

/**
 * The claim as these runs have it: the same question, with the numbers that came out. Whoever proposes writes it, whoever verifies
 * compares it. Throws a `measure.*` error where a run cannot answer it.
 */
export function claimOf(asked: Claim, runs: ClaimedRuns): Claim {
  const ready = (of: BatchResult, measure: Measure): ReadyMeasure =>
    readyMeasure(measure, { ...of, rules: runs.rules }, runs.suggest);
  const valuesOf = (of: BatchResult, measure: Measure) => measureOf(of, ready(of, measure));
  const quantiles = (values: readonly number[], { values: wanted }: Extract<Claim, { values: unknown }>) =>
    wanted.map(({ percent }) => ({ percent, value: claimNumber(quantileOf(known(values), percent / 100)) }));
  const share = (of: BatchResult, measure: Measure, holds: (value: number) => boolean): string => {
    const values = valuesOf(of, measure);
    return claimNumber(values.filter(holds).length / values.length);
  };
  const shares = (measure: Measure, holds: (value: number) => boolean) => ({
    share: share(runs.proposal, measure, holds),
    base: share(runs.base, measure, holds),
  });
  switch (asked.kind) {
    case 'quantiles': {
      const values = valuesOf(runs[asked.of], parseMeasure(asked.measure));
      return { ...asked, values: quantiles(values, asked) };
    }
    case 'difference': {
      const measure = parseMeasure(asked.measure);
      const before = valuesOf(runs.base, measure);
      // By the seed, not by its place: one that stopped in either is missing there.
      const inBase = new Map(runs.base.seeds.map(({ seed }, i) => [seed, before[i]]));
      const differences = valuesOf(runs.proposal, measure).map(
        (value, i) => value - (inBase.get(runs.proposal.seeds[i].seed) ?? NaN),
      );
      return { ...asked, values: quantiles(differences, asked) };
    }
    case 'verdict':
      return { ...asked, ...shares({ kind: 'verdict', id: asked.id }, (value) => value === 1) };
    case 'bound': {
      const bound = Number(asked.bound);
      const holds = asked.side === '<' ? (value: number) => value < bound : (value: number) => value > bound;
      return { ...asked, ...shares(parseMeasure(asked.measure), holds) };
    }
  }
}

/** Seeds without a value on that day say nothing of it. */
const known = (values: readonly number[]): readonly number[] =>
  values.filter((value) => !Number.isNaN(value));
