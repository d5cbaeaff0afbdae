import { StudioError } from '../../contract/errors.ts';
import { floor, sqrt } from '../../kernel/math.ts';
import { stream } from '../../kernel/random.ts';
import { bootstrap } from '../bootstrap.ts';
import type { Points } from '../designs/points.ts';
import { shuffled } from '../designs/shuffled.ts';
import type { Interval } from '../interval.ts';

/** Levels of a factor, evenly spaced from 0 to 1: the usual four, and the jump that goes with them. */
const levels = 4;
const jump = levels / (2 * (levels - 1));

/** Walks through the cube: each begins somewhere and moves every factor once, in a random order. */
export interface MorrisDesign {
  /** The walks one after another, each of factors + 1 points. */
  readonly points: Points;
  readonly walks: number;
  readonly factors: number;
}

export interface MorrisEffect {
  /** Mean of the elementary effects: what the output gains while the factor goes through its range. */
  readonly mean: number;
  /** Mean of their sizes (mu*; F. Campolongo, J. Cariboni, A. Saltelli 2007), with a 95 % bootstrap interval over walks. */
  readonly size: number;
  readonly interval: Interval;
  /** Standard deviation of the effects: above zero where the effect depends on the place, by a curve or by other factors. */
  readonly spread: number;
  /** Effects that were measured: one a walk, fewer where points failed. */
  readonly measured: number;
}

/** Design of M. D. Morris, Technometrics 33 (1991) 161-174: `walks` x (`factors` + 1) points. All from the seed. */
export function morrisDesign(factors: number, walks: number, seed: string): MorrisDesign {
  const luck = stream(seed, 'sensitivity.morris');
  const points: Float64Array[] = [];
  for (let walk = 0; walk < walks; walk++) {
    luck.turn(walk, 0);
    const order = shuffled(factors, luck);
    luck.turn(walk, 1);
    // A low level, from which the factor jumps up, or the high one of the same pair, from which it jumps down.
    const here = Float64Array.from(
      { length: factors },
      (_, i) => floor(luck.uniform(i) * (levels / 2)) / (levels - 1),
    );
    luck.turn(walk, 2);
    const downwards = Array.from({ length: factors }, (_, i) => luck.uniform(i) < 0.5);
    for (let i = 0; i < factors; i++) if (downwards[i]) here[i] += jump;
    points.push(here.slice());
    for (const factor of order) {
      here[factor] += downwards[factor] ? -jump : jump;
      points.push(here.slice());
    }
  }
  return { points, walks, factors };
}

export interface EffectsOptions {
  /** The same seed, the same intervals. */
  readonly seed: string;
  /** What share of its range a factor goes through between two coordinates; the distance of the two if absent. */
  readonly moved?: (factor: number, from: number, to: number) => number;
}

/**
 * Effects of each factor, from the outputs at the points of a design (NaN where a point failed: the steps to and from it are
 * left out). In the unit of the output, for a move through the factor's whole range. Throws `sensitivity.too-few`.
 */
export function morrisEffects(
  { points, walks, factors }: MorrisDesign,
  outputs: ArrayLike<number>,
  { seed, moved = (_, from, to) => to - from }: EffectsOptions,
): readonly MorrisEffect[] {
  const effects = Array.from({ length: factors }, () => new Float64Array(walks).fill(NaN));
  for (let walk = 0; walk < walks; walk++) {
    for (let step = 1; step <= factors; step++) {
      const row = walk * (factors + 1) + step;
      const factor = points[row].findIndex((value, i) => value !== points[row - 1][i]);
      const share = moved(factor, points[row - 1][factor], points[row][factor]);
      const change = outputs[row] - outputs[row - 1];
      // What has one value only has nowhere to go.
      effects[factor][walk] = share === 0 || Number.isNaN(share) ? change : change / share;
    }
  }
  const intervals = bootstrap(walks, (rows, into) => sizesOf(effects, rows, into), factors, { seed });
  return effects.map((each, factor) => summarised(each, intervals[factor]));
}

function sizesOf(effects: readonly Float64Array[], rows: Uint32Array, into: Float64Array): void {
  for (let factor = 0; factor < effects.length; factor++) {
    let total = 0;
    let count = 0;
    for (let i = 0; i < rows.length; i++) {
      const effect = effects[factor][rows[i]];
      if (Number.isNaN(effect)) continue;
      total += effect < 0 ? -effect : effect;
      count += 1;
    }
    into[factor] = total / count;
  }
}

function summarised(effects: Float64Array, interval: Interval): MorrisEffect {
  const known = effects.filter((effect) => !Number.isNaN(effect));
  if (known.length === 0) {
    throw new StudioError({
      code: 'sensitivity.too-few',
      message: 'For one parameter every step has failed, so its effect is unknown.',
      hint: 'Narrow its range, or raise the budget.',
    });
  }
  let sum = 0;
  let sizes = 0;
  for (const effect of known) {
    sum += effect;
    sizes += effect < 0 ? -effect : effect;
  }
  const mean = sum / known.length;
  let squares = 0;
  for (const effect of known) squares += (effect - mean) * (effect - mean);
  return {
    mean,
    size: sizes / known.length,
    interval,
    spread: known.length > 1 ? sqrt(squares / (known.length - 1)) : NaN,
    measured: known.length,
  };
}
