import type { Design, Factor, ListedFactor, Point, RangedFactor } from '../../contract/design.ts';
import { StudioError } from '../../contract/errors.ts';
import { exp, floor, log } from '../../kernel/math.ts';
import { fullFactorial } from './full-factorial.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { pointAt } from './point-at.ts';
import type { Points } from './points.ts';
import { sobolSequence } from './sobol-sequence.ts';

/**
 * The cases of a design, in their order; as many as `countOfDesign` says. Throws `design.empty`, `design.range`,
 * `design.unequal` or `design.runs`.
 */
export function* pointsOfDesign(design: Design): Generator<Point> {
  const { kind, factors } = design;
  if (factors.length === 0) throw empty;
  switch (kind) {
    case 'factorial': {
      const levels = factors.map(listed);
      for (const choice of fullFactorial(lengthsOf(levels)))
        yield levels.map(({ path, values }, i) => ({ path, written: values[choice[i]] }));
      return;
    }
    case 'one-at-a-time': {
      const levels = factors.map(ends);
      for (const choice of oneAtATime(lengthsOf(levels)))
        yield levels.flatMap(({ path, values }, i) => {
          const level = choice[i];
          return level === undefined ? [] : [{ path, written: values[level] }];
        });
      return;
    }
    case 'list': {
      const levels = factors.map(listed);
      for (let at = 0; at < lengthOfList(levels); at++)
        yield levels.map(({ path, values }) => ({ path, written: values[at] }));
      return;
    }
    case 'latin-hypercube':
      yield* placed(factors, latinHypercube(runsOf(design), factors.length, design.seed));
      return;
    case 'sobol':
      yield* placed(factors, sobolSequence(runsOf(design), factors.length, design.seed));
  }
}

/** How many cases a design has, without making them. Throws like `pointsOfDesign`. */
export function countOfDesign(design: Design): number {
  const { kind, factors } = design;
  if (factors.length === 0) throw empty;
  if (kind === 'factorial')
    return lengthsOf(factors.map(listed)).reduce((product, length) => product * length, 1);
  if (kind === 'one-at-a-time') return lengthsOf(factors.map(ends)).reduce((sum, length) => sum + length, 1);
  return kind === 'list' ? lengthOfList(factors.map(listed)) : runsOf(design);
}

const lengthsOf = (levels: readonly ListedFactor[]): readonly number[] =>
  levels.map(({ values }) => values.length);

function* placed(factors: readonly Factor[], points: Points): Generator<Point> {
  const ready = factors.map((factor) =>
    'values' in factor || factor.steps === undefined ? factor : listed(factor),
  );
  for (const coordinates of points) yield pointAt(ready, coordinates);
}

/** A range has two ends, and nothing between them that would be worth singling out unless steps are asked for. */
const ends = (factor: Factor): ListedFactor =>
  'values' in factor ? factor : listed({ steps: 2, ...factor });

function listed(factor: Factor): ListedFactor {
  if ('values' in factor) return factor;
  const { path, steps, unit } = factor;
  if (steps === undefined) throw rangeIn(factor);
  const suffix = unit === undefined ? '' : ` ${unit}`;
  return {
    path,
    values: Array.from({ length: steps }, (_, step) => `${stepOf(factor, step, steps - 1)}${suffix}`),
  };
}

/** Step `step` of 0 .. `last`, exactly the ends at the ends. */
function stepOf(factor: RangedFactor, step: number, last: number): number {
  const { min, max, scale, integer } = factor;
  if (step === 0) return min;
  if (step === last) return max;
  const value =
    scale === 'log'
      ? exp(log(min) + (step / last) * (log(max) - log(min)))
      : (min * (last - step) + max * step) / last;
  return integer === true ? floor(value + 0.5) : value;
}

const rangeIn = ({ path, min, max }: RangedFactor): StudioError =>
  new StudioError({
    code: 'design.range',
    message: `${path} is given as a range, ${min} to ${max}: this design needs its values.`,
    hint: `List them, or say in how many steps (\`steps: 5\`, on a command line ${path}=${min}..${max}/5), or choose latin-hypercube or sobol with a number of runs.`,
    where: path,
  });

const empty = new StudioError({
  code: 'design.empty',
  message: 'The design varies nothing.',
  hint: 'Name at least one parameter and its values.',
});

function lengthOfList(levels: readonly ListedFactor[]): number {
  const [first] = levels;
  const other = levels.find(({ values }) => values.length !== first.values.length);
  if (other === undefined) return first.values.length;
  throw new StudioError({
    code: 'design.unequal',
    message: `${first.path} has ${first.values.length} values, ${other.path} has ${other.values.length}: a list takes them side by side.`,
    hint: 'Give each parameter as many values as there are cases, or choose factorial for every combination.',
    where: other.path,
  });
}

function runsOf({ kind, runs }: Design): number {
  if (runs !== undefined) return runs;
  throw new StudioError({
    code: 'design.runs',
    message: `A design of the kind ${kind} does not say how many runs it has.`,
    hint: 'Add `runs: 64`, on a command line --runs 64.',
  });
}
