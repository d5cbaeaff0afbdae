import { latinHypercube } from '../../../../sim-core/analysis/designs/latin-hypercube.ts';
import { writtenAt } from '../../../../sim-core/analysis/designs/point-at.ts';
import type { Points } from '../../../../sim-core/analysis/designs/points.ts';
import type { MethodChoice } from '../../../../sim-core/analysis/sensitivity/choose-method.ts';
import { morrisDesign, morrisEffects } from '../../../../sim-core/analysis/sensitivity/morris.ts';
import { type Regional, regional } from '../../../../sim-core/analysis/sensitivity/regional.ts';
import {
  morrisMatters,
  morrisSentence,
  regionalMatters,
  regionalSentence,
  type Show,
  sobolMatters,
  sobolSentence,
  unsourcedSentence,
  unsourcedSizeSentence,
} from '../../../../sim-core/analysis/sensitivity/sentences.ts';
import { shareMoved } from '../../../../sim-core/analysis/sensitivity/share-moved.ts';
import { sobolDesign, sobolIndices } from '../../../../sim-core/analysis/sensitivity/sobol-indices.ts';
import type { FactorResult, UnsourcedResult } from './sensitivity-result.ts';
import type { TriedFactor } from './tried-factor.ts';

/** Where the scenario is run, and what is made of the outputs (one a point; NaN where there is none). */
export interface Analysis {
  readonly points: Points;
  readonly effectMeans: string;
  analyse(outputs: readonly number[]): Analysed;
}

export interface Analysed {
  readonly effects: readonly Effect[];
  readonly unsourced: UnsourcedResult;
}

export type Effect = Pick<FactorResult, 'effect' | 'low' | 'high' | 'matters' | 'details' | 'sentence'>;

/** What an analysis is of. */
export interface Subject {
  readonly factors: readonly TriedFactor[];
  readonly seed: string;
  /** Whether outputs are shares of seeds that pass. */
  readonly verdict: boolean;
  /** Spells an output. */
  readonly show: Show;
}

/** The analysis of a choice of method. */
export function analysisOf({ method, repeats }: MethodChoice, subject: Subject): Analysis {
  if (method === 'morris') return morrisAnalysis(repeats, subject);
  return method === 'sobol' ? sobolAnalysis(repeats, subject) : regionalAnalysis(repeats, subject);
}

/** The unsourced among the factors, where there are others too: a group whose share of the variance is asked. */
export function unsourcedGroup(factors: readonly TriedFactor[]): readonly (readonly number[])[] {
  const group = factors.flatMap(({ unsourced }, i) => (unsourced ? [i] : []));
  return group.length === 0 || group.length === factors.length ? [] : [group];
}

function sobolAnalysis(rows: number, { factors, seed, verdict, show }: Subject): Analysis {
  const design = sobolDesign(factors.length, rows, seed, unsourcedGroup(factors));
  return {
    points: design.points,
    effectMeans: 'share of the variance, with interactions (total index)',
    analyse(outputs) {
      const indices = sobolIndices(design, outputs, seed);
      // A and B are an even sample of the whole cube: of a verdict they also tell what separates pass from fail.
      const independent = design.points.slice(0, 2 * rows);
      const parted = verdict ? partedOf(independent, outputs, seed) : undefined;
      const effects = indices.factors.map((index, i): Effect => {
        const { alone, aloneInterval, total, totalInterval } = index;
        const separation = parted?.factors[i];
        const beside =
          separation === undefined || parted === undefined || separation.distance <= parted.byChance
            ? ''
            : ` ${regionalSentence(separation, parted.byChance, showFactor(factors[i], show))}`;
        return {
          effect: total,
          ...totalInterval,
          matters: sobolMatters(index),
          details: {
            alone,
            aloneLow: aloneInterval.low,
            aloneHigh: aloneInterval.high,
            ...(separation === undefined ? {} : { distance: separation.distance }),
          },
          sentence: `${sobolSentence(index)}${beside}`,
        };
      });
      const [group] = indices.groups;
      return { effects, unsourced: unsourcedOf(factors, group) };
    },
  };
}

type GroupIndex = Parameters<typeof unsourcedSentence>[2];

function unsourcedOf(factors: readonly TriedFactor[], group: GroupIndex): UnsourcedResult {
  const count = factors.filter(({ unsourced }) => unsourced).length;
  const sentence = unsourcedSentence(count, factors.length, group);
  const whole = count === 0 ? 0 : 1;
  const shares =
    group === undefined
      ? { alone: whole, total: whole, low: whole, high: whole }
      : { alone: group.alone, total: group.total, ...group.totalInterval };
  return { factors: count, of: factors.length, ...shares, sentence };
}

function morrisAnalysis(walks: number, { factors, seed, show }: Subject): Analysis {
  const design = morrisDesign(factors.length, walks, seed);
  return {
    points: design.points,
    effectMeans: 'how far the output moves, on average, while the parameter goes through its range (mu*)',
    analyse(outputs) {
      const found = morrisEffects(design, outputs, {
        seed,
        moved: (factor, from, to) => {
          const tried = factors[factor];
          return tried === undefined ? to - from : shareMoved(tried.factor, from, to);
        },
      });
      const greatest = Math.max(...found.map(({ size }) => size));
      const unsourced = factors.map((factor) => factor.unsourced);
      return {
        effects: found.map((effect) => ({
          effect: effect.size,
          ...effect.interval,
          matters: morrisMatters(effect, greatest),
          details: { mean: effect.mean, spread: effect.spread },
          sentence: morrisSentence(effect, greatest, show),
        })),
        unsourced: {
          factors: unsourced.filter((each) => each).length,
          of: factors.length,
          sentence: unsourcedSizeSentence(found, unsourced),
        },
      };
    },
  };
}

function regionalAnalysis(points: number, { factors, seed, show }: Subject): Analysis {
  const design = latinHypercube(points, factors.length, seed);
  return {
    points: design,
    effectMeans:
      'how far apart the parameter lies where it passes and where it fails (Kolmogorov-Smirnov distance, 0 to 1)',
    analyse(outputs) {
      const parted = regional(design, passesOf(outputs), seed);
      const count = factors.filter(({ unsourced }) => unsourced).length;
      return {
        effects: parted.factors.map((separation, i) => ({
          effect: separation.distance,
          ...separation.interval,
          matters: regionalMatters(separation, parted.byChance),
          details: {
            passing: numberOf(factors[i], separation.passing),
            failing: numberOf(factors[i], separation.failing),
            byChance: parted.byChance,
          },
          sentence: regionalSentence(separation, parted.byChance, showFactor(factors[i], show)),
        })),
        unsourced: {
          factors: count,
          of: factors.length,
          sentence: `${count} of the ${factors.length} parameters have no source. A share of the variance needs Sobol' indices.`,
        },
      };
    },
  };
}

/** A point passes where most of its seeds do: half of them are not enough, as in the distance to flip. */
const passesOf = (outputs: readonly number[]): (boolean | undefined)[] =>
  outputs.map((share) => (Number.isNaN(share) ? undefined : share > 0.5));

function partedOf(points: Points, outputs: readonly number[], seed: string): Regional | undefined {
  const passes = passesOf(outputs.slice(0, points.length));
  const parts = passes.includes(true) && passes.includes(false);
  return parts ? regional(points, passes, seed) : undefined;
}

/** The number of a factor at a coordinate; NaN where its values are words. */
const numberOf = (tried: TriedFactor | undefined, coordinate: number): number =>
  tried === undefined ? Number.NaN : Number(writtenAt(tried.factor, coordinate));

/** The value of a factor at a coordinate, with its unit. */
const showFactor =
  (tried: TriedFactor | undefined, show: Show): Show =>
  (coordinate) => {
    if (tried === undefined) return show(coordinate);
    const written = writtenAt(tried.factor, coordinate);
    const value = Number(written);
    const unit = tried.unit === '1' ? '' : ` ${tried.unit}`;
    return Number.isNaN(value)
      ? written
      : `${value.toLocaleString('en-US', { maximumSignificantDigits: 3 })}${unit}`;
  };
