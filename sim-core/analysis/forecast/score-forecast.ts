import { abs, max } from '../../kernel/math.ts';
import { quantileOf } from '../quantile.ts';

/** What came, and what each seed had said of it. */
export interface Foretold {
  readonly observed: number;
  /** One a seed, in the unit of the observation, without NaN. */
  readonly values: readonly number[];
}

/** How a forecast did; scores are means over the observations, in their unit, and less is better. */
export interface ForecastScore {
  readonly observations: number;
  /** Shares of the observations inside p10 to p90, and inside p5 to p95. */
  readonly in80: number;
  readonly in90: number;
  /**
   * Interval scores of both bands: their width, and beyond an end the distance times 2/alpha (Gneiting and Raftery 2007, Journal of the
   * American Statistical Association 102:359, eq. 43).
   */
  readonly interval80: number;
  readonly interval90: number;
  /**
   * Continuous ranked probability score of the seeds as an ensemble, fair to few of them (Gneiting and Raftery 2007, eq. 21; Ferro 2014,
   * Quarterly Journal of the Royal Meteorological Society 140:1917).
   */
  readonly crps: number;
}

/** A quantile between equal values may differ from them in the last bits: where all seeds agree, that is no miss. */
const rounding = 1e-12;

/** Scores of a forecast; all NaN where nothing was observed. */
export function scoreForecast(foretold: readonly Foretold[]): ForecastScore {
  const mean = (of: (each: Foretold) => number): number =>
    foretold.reduce((sum, each) => sum + of(each), 0) / foretold.length;
  const inside = (alpha: number) => (each: Foretold) => {
    const { low, high } = bandOf(each, alpha);
    const slack = rounding * max(abs(low), abs(high));
    return each.observed >= low - slack && each.observed <= high + slack ? 1 : 0;
  };
  return {
    observations: foretold.length,
    in80: mean(inside(0.2)),
    in90: mean(inside(0.1)),
    interval80: mean((each) => intervalScore(each, 0.2)),
    interval90: mean((each) => intervalScore(each, 0.1)),
    crps: mean(crpsOf),
  };
}

/** The band that holds 1 - alpha of the seeds, as much above as below. */
const bandOf = ({ values }: Foretold, alpha: number): { readonly low: number; readonly high: number } => ({
  low: quantileOf(values, alpha / 2),
  high: quantileOf(values, 1 - alpha / 2),
});

function intervalScore(each: Foretold, alpha: number): number {
  const { low, high } = bandOf(each, alpha);
  const { observed } = each;
  const beyond = observed < low ? low - observed : observed > high ? observed - high : 0;
  return high - low + (2 / alpha) * beyond;
}

function crpsOf({ observed, values }: Foretold): number {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  let distance = 0;
  // Half of the distances between all pairs: each value is above those before it and below those behind it.
  let apart = 0;
  for (const [place, value] of sorted.entries()) {
    distance += value > observed ? value - observed : observed - value;
    apart += (2 * place - count + 1) * value;
  }
  return distance / count - (count < 2 ? 0 : apart / (count * (count - 1)));
}
