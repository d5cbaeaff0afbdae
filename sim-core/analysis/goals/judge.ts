import { abs, max } from '../../kernel/math.ts';
import { meanOf } from '../compare/paired-difference.ts';
import type { Outcome } from '../optimise/candidate.ts';
import { quantileOf } from '../quantile.ts';
import { type Constraint, type Goals, keeps, type Statistic } from './goal.ts';

/** Numbers of seeds: of each goal, then of each constraint, one a seed. */
export type Values = readonly (readonly number[])[];

/** A goal's number, as people read it; NaN where a seed has none. */
export const statisticOf = (statistic: Statistic, values: readonly number[]): number =>
  values.some((value) => Number.isNaN(value))
    ? NaN
    : statistic.kind === 'mean'
      ? meanOf(values)
      : quantileOf(values, statistic.p);

/** How a constraint stands: its share of seeds or its mean, and by how much it is missed; 0 where it is kept. */
export interface Standing {
  /** Share of seeds that keep it, or the mean where no probability was asked for. */
  readonly value: number;
  readonly missed: number;
}

/** A verdict without a probability has to hold in the majority of seeds. */
const majority = 0.5;

/**
 * Judges a constraint. What is missed is measured so that constraints of different units can be added: points of probability, or the
 * distance to the limit as a share of it.
 */
export function standingOf({ bound, probability }: Constraint, values: readonly number[]): Standing {
  if (bound !== undefined && probability === undefined) {
    const value = meanOf(values);
    if (keeps(value, bound)) return { value, missed: 0 };
    const distance = abs(value - bound.limit) / max(abs(bound.limit), 1e-9);
    // On the limit of a strict bound it is missed, though by nothing.
    return { value, missed: Number.isNaN(value) ? 1 : max(distance, 1e-9) };
  }
  const kept = values.filter((value) => (bound === undefined ? value === 1 : keeps(value, bound))).length;
  const value = kept / values.length;
  const wanted = probability ?? majority;
  const enough = probability === undefined ? value > wanted : value >= wanted;
  return { value, missed: enough ? 0 : max(wanted - value, 1e-9) };
}

/** What the optimiser sees: all objectives to be small, and what is missed of all constraints together. */
export function outcomeOf({ goals, constraints }: Goals, values: Values): Outcome {
  const objectives = goals.map(({ sense, statistic }, i) => {
    const value = statisticOf(statistic, values[i]);
    return sense === 'maximise' ? -value : value;
  });
  if (objectives.some((value) => Number.isNaN(value))) return { objectives, violation: Infinity };
  let violation = 0;
  for (const [i, constraint] of constraints.entries())
    violation += standingOf(constraint, values[goals.length + i]).missed;
  return { objectives, violation };
}
