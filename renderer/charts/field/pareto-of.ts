import type { Point } from '../../../sim-core/contract/design.ts';
import type { Interval } from '../interval.ts';
import type { ParetoCandidate, ParetoLimit, ParetoSubject } from './pareto-subject.ts';

/** A candidate of an optimisation, on the seeds of the check. */
export interface CheckedPoint {
  readonly point: Point;
  /** In the order of the goals. */
  readonly goals: readonly { readonly value: number; readonly interval?: Interval }[];
  readonly constraints: readonly { readonly kept: boolean }[];
  readonly holds: boolean;
}

/** What `optimise` answers, as far as the picture needs it. */
export interface OptimiseFound {
  readonly goals: readonly { readonly written: string; readonly sense: string; readonly unit: string }[];
  readonly constraints: readonly string[];
  /** Those on what a goal measures, by the place of the goal: they are lines in the plane, others are not in it. */
  readonly limits: readonly (Omit<ParetoLimit, 'axis'> & { readonly goal: number })[];
  readonly asItIs: CheckedPoint;
  readonly front: readonly CheckedPoint[];
}

/** Two goals of an optimisation against each other; undefined where it has no such goals. */
export function paretoOf(
  found: OptimiseFound,
  [first, second]: readonly [number, number] = [0, 1],
): ParetoSubject | undefined {
  const [x, y] = [found.goals[first], found.goals[second]];
  if (x === undefined || y === undefined) return undefined;
  const candidate = (each: CheckedPoint, label: string): ParetoCandidate => ({
    label,
    x: each.goals[first] ?? { value: Number.NaN },
    y: each.goals[second] ?? { value: Number.NaN },
    feasible: each.constraints.every(({ kept }) => kept),
    onFront: each.holds,
  });
  const goal = ({ written, sense, unit }: typeof x) =>
    ({ written, unit, sense: sense === 'minimise' ? 'minimise' : 'maximise' }) as const;
  return {
    x: goal(x),
    y: goal(y),
    candidates: found.front.map((each) => candidate(each, pointWords(each.point))),
    asItIs: candidate(found.asItIs, 'as it is'),
    constraints: found.constraints,
    limits: found.limits.flatMap(({ goal: bounded, ...limit }): ParetoLimit[] => [
      ...(bounded === first ? [{ ...limit, axis: 'x' as const }] : []),
      ...(bounded === second ? [{ ...limit, axis: 'y' as const }] : []),
    ]),
  };
}

/** "reward.rate = 2, emission.period = 18 months". */
const pointWords = (point: Point): string =>
  point.length === 0 ? 'as it is' : point.map(({ path, written }) => `${path} = ${written}`).join(', ');
