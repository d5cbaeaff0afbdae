import { quantity } from '../../ui/number-format.ts';
import { type DataTable, tableOf } from '../data-table.ts';
import { counted, listed, withUnit } from '../parts/words.ts';
import type { ParetoCandidate, ParetoGoal, ParetoSubject } from './pareto-subject.ts';

/** Those of the frontier, from the least x. */
export const frontier = ({ candidates }: ParetoSubject): readonly ParetoCandidate[] =>
  candidates.filter(({ onFront, feasible }) => onFront && feasible).sort((a, b) => a.x.value - b.x.value);

const isBetter = (goal: ParetoGoal, a: number, b: number): boolean =>
  goal.sense === 'maximise' ? a > b : a < b;

/** "5 candidates trade A against B; 3 are better than the scenario in both". */
export function paretoFinding(subject: ParetoSubject): string {
  const { x, y, asItIs } = subject;
  const front = frontier(subject);
  const [first, last] = [front[0], front.at(-1)];
  if (first === undefined || last === undefined) return 'No candidate keeps to the constraints';
  const both = front.filter(
    (each) => isBetter(x, each.x.value, asItIs.x.value) && isBetter(y, each.y.value, asItIs.y.value),
  );
  const than =
    both.length === 0
      ? 'none beats the scenario in both goals'
      : `${both.length} beat${both.length === 1 ? 's' : ''} the scenario in both goals`;
  return front.length === 1
    ? `One candidate is best in both goals; ${than}`
    : `${front.length} candidates on the frontier; ${than}`;
}

export const goalName = ({ written, sense, unit }: ParetoGoal): string =>
  `${withUnit(written, unit)}, ${sense === 'maximise' ? 'more' : 'less'} is better`;

export const paretoSubtitle = ({ x, y, constraints }: ParetoSubject): string =>
  `${x.sense} ${x.written} and ${y.sense} ${y.written}${constraints.length === 0 ? '' : `, while ${listed(constraints)}`}`;

export function paretoSummary(subject: ParetoSubject): string {
  const front = frontier(subject);
  const ends = [front[0], front.at(-1)].flatMap((each) =>
    each === undefined ? [] : [pairOf(subject, each)],
  );
  const range = ends.length === 0 ? '' : ` The frontier goes from ${ends.join(' to ')}.`;
  return `${paretoFinding(subject)}. ${counted(subject.candidates.length, 'candidate')}; as it is ${pairOf(subject, subject.asItIs)}.${range}`;
}

const pairOf = ({ x, y }: ParetoSubject, each: ParetoCandidate): string =>
  `${quantity(each.x.value, x.unit)} and ${quantity(each.y.value, y.unit)}`;

export function paretoTable({ x, y, candidates, asItIs }: ParetoSubject): DataTable {
  const number = ({ written, unit }: ParetoGoal, part: string) =>
    withUnit(`${written}${part}`, unit === 'share' ? '1' : unit);
  return tableOf(
    [
      'candidate',
      ...[x, y].flatMap((goal) => ['', ', low', ', high'].map((part) => number(goal, part))),
      'keeps to constraints',
      'on the frontier',
    ],
    [...candidates, asItIs].map((each) => [
      each.label,
      ...[each.x, each.y].flatMap(({ value, interval }) => [
        value,
        interval?.low ?? Number.NaN,
        interval?.high ?? Number.NaN,
      ]),
      each.feasible ? 'yes' : 'no',
      each.onFront ? 'yes' : 'no',
    ]),
  );
}

/** A candidate in words; the last item is the scenario as it is. */
export function paretoReadout(subject: ParetoSubject, item: number): string {
  const each = [...subject.candidates, subject.asItIs][item];
  if (each === undefined) return '';
  const state = !each.feasible
    ? '; misses a constraint'
    : each.onFront && each !== subject.asItIs
      ? '; on the frontier'
      : '';
  return `${each.label}: ${pairOf(subject, each)}${state}`;
}
