import { abs, clamp, exp, floor, log, max, min } from '../../kernel/math.ts';
import { sobolSequence } from '../designs/sobol-sequence.ts';
import type { Coordinates, ErrorSearch, Misfit, TriedPoint } from './error-search.ts';
import { dot, gram, inverseOf } from './linear.ts';
import { type Slopes, slopesAt } from './slopes-at.ts';

export interface LeastSquaresOptions {
  /** Parameters. */
  readonly size: number;
  /** Points that may be asked for. */
  readonly points: number;
  /** Weight of each error. */
  readonly weights: ArrayLike<number>;
  /** The same seed, the same scan. */
  readonly seed: string;
  /** Nearer than this two coordinates of a parameter are one, such as of a whole number. */
  readonly finest: readonly number[];
}

export interface LeastSquares {
  readonly best: TriedPoint;
  /** How near the search looked around it in the end. */
  readonly radius: number;
  /** Points asked for. */
  readonly points: number;
  /** All that could be run. */
  readonly tried: readonly Misfit[];
}

/** The fewest points with which the search makes sense. */
export const leastPoints = (size: number): number => 8 + 6 * size;

const shareOfScan = 0.4;
const smallestRadius = 1e-5;
const steps = [1, 0.5, 0.25];

/**
 * The point of the unit cube with the least squares: a scan of a shifted Sobol' sequence, then steps of Gauss and Newton from the best
 * of it with slopes from central differences that narrow as it comes near, each step held near (after C. Cartis and L. Roberts, A
 * derivative-free Gauss-Newton method, Mathematical Programming Computation 11 (2019) 631-674, with their interpolation replaced by
 * differences); and, with what is left, from the next best of the scan that lies elsewhere. Undefined where no point of the scan could
 * be run.
 */
export function* leastSquares(options: LeastSquaresOptions): ErrorSearch<LeastSquares | undefined> {
  const { size, points, weights, seed } = options;
  const scan = max(4, floor(points * shareOfScan));
  const first = sobolSequence(scan, size, seed).map((point) => [...point]);
  const scanned = tried(first, yield first, weights);
  const all: Misfit[] = scanned.map(misfitOf);
  const starts = [...scanned].sort((a, b) => a.misfit - b.misfit);
  const purse = { left: points - scan };
  let found: Descent | undefined;
  const seen: Coordinates[] = [];
  for (const start of starts) {
    if (seen.some((at) => distance(at, start.at) < elsewhere)) continue;
    const widest = clamp(0.5 * exp(-log(scan) / size), 0.02, 0.25);
    const descent: Descent = yield* descend(start, widest, { ...options, purse, all });
    if (found === undefined || descent.best.misfit < found.best.misfit) found = descent;
    seen.push(start.at, descent.best.at);
  }
  return found === undefined ? undefined : { ...found, points: points - purse.left, tried: all };
}

/** Nearer starts would end in the same place. */
const elsewhere = 0.15;

interface Descent {
  readonly best: TriedPoint;
  readonly radius: number;
}

interface DescentOptions extends LeastSquaresOptions {
  readonly purse: { left: number };
  /** Takes what was tried. */
  readonly all: Misfit[];
}

/** Steps from a point until they bring nothing more, or nothing can be paid for. */
function* descend(
  start: TriedPoint,
  widest: number,
  { size, weights, finest, purse, all }: DescentOptions,
): ErrorSearch<Descent> {
  let best = start;
  let radius = widest;
  let final = radius;
  let idle = 0;
  while (purse.left >= 2 * size + steps.length && radius >= smallestRadius && idle < mostIdle) {
    const from: TriedPoint = best;
    const widths = finest.map((least) => max(radius, least));
    const { slopes, tried: probes } = yield* slopesAt(from, widths);
    const step = gaussNewtonStep(from, slopes, weights);
    const candidates = steps.map((share) => stepped(from.at, step, share, radius * farthest));
    const found = tried(candidates, yield candidates, weights);
    purse.left -= 2 * size + steps.length;
    final = radius;
    const probed = probes.map((probe) => pointOf(probe.at, probe.errors, weights));
    all.push(...[...probed, ...found].map(misfitOf));
    best = bestOf([from, ...found, ...probed]) ?? from;
    idle = from.misfit - best.misfit > leastGain * from.misfit ? 0 : idle + 1;
    const length = distance(from.at, best.at);
    radius = length === 0 ? radius / 4 : clamp(length, radius / 4, radius * 2);
  }
  return { best, radius: final };
}

/** So many steps that gain less than this share of the misfit end a descent. */
const mostIdle = 3;
const leastGain = 1e-4;

/** A step is not trusted beyond so many radii. */
const farthest = 4;

/** Minus the inverse of the slopes' products times the gradient; damped where parameters cannot be told apart. */
function gaussNewtonStep(
  { errors }: TriedPoint,
  slopes: Slopes,
  weights: ArrayLike<number>,
): readonly number[] {
  const products = gram(slopes, weights);
  const gradient = slopes.map((slope) => dot(slope, errors, weights));
  for (let damping = 1e-12; damping < 1; damping *= 100) {
    const damped = products.map((row, i) =>
      row.map((product, j) => (i === j ? product * (1 + damping) + tiny : product)),
    );
    const inverse = inverseOf(damped);
    if (inverse !== undefined) return inverse.map((row) => -dot(row, gradient));
  }
  return gradient.map(() => 0);
}

/** Keeps the products of a parameter that moves nothing from being 0. */
const tiny = 1e-300;

const stepped = (at: Coordinates, step: readonly number[], share: number, most: number): Coordinates =>
  at.map((part, k) => clamp(part + clamp(step[k] * share, -most, most), 0, 1));

const pointOf = (at: Coordinates, errors: Float64Array, weights: ArrayLike<number>): TriedPoint => {
  const misfit = dot(errors, errors, weights);
  return { at, errors, misfit: Number.isNaN(misfit) ? Infinity : misfit };
};

/** Errors of many points would fill the memory. */
const misfitOf = ({ at, misfit }: TriedPoint): Misfit => ({ at, misfit });

const tried = (
  points: readonly Coordinates[],
  answers: readonly (Float64Array | undefined)[],
  weights: ArrayLike<number>,
): readonly TriedPoint[] =>
  points.flatMap((at, i) => {
    const errors = answers[i];
    return errors === undefined ? [] : [pointOf(at, errors, weights)];
  });

function bestOf(points: readonly TriedPoint[]): TriedPoint | undefined {
  let best: TriedPoint | undefined;
  for (const point of points) if (point.misfit < (best?.misfit ?? Infinity)) best = point;
  return best;
}

/** The largest difference of a coordinate. */
const distance = (a: Coordinates, b: Coordinates): number =>
  a.reduce((most, part, k) => max(most, min(1, abs(part - b[k]))), 0);
