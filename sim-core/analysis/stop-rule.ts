import { StudioError } from '../contract/errors.ts';
import type { Interval } from './interval.ts';
import { type Measure, parseMeasure } from './measure.ts';
import { median } from './quantile.ts';
import { quantileInterval } from './quantile-interval.ts';
import { wilson } from './wilson.ts';

/** Enough seeds: the interval of a verdict's probability, or of a metric's median, is narrower than asked for. */
export interface StopRule {
  readonly measure: Measure;
  /** As it was written, without the number. */
  readonly written: string;
  /** Points of probability for a verdict (2 is 0.02), percent of the median for a metric. */
  readonly below: number;
}

/** How far a batch is on its way to a stop rule. */
export interface StopState extends Interval {
  readonly reached: boolean;
  /** Width of the interval in the unit of the rule; infinite where there are too few seeds for an interval, or the median is 0. */
  readonly width: number;
  /** Seeds that have a number. */
  readonly known: number;
}

/**
 * Reads `verdict sustainable < 2` (points) or `providers.active@end < 5 %` (of the median). Throws `until.syntax` or
 * `measure.syntax`.
 */
export function parseStopRule(text: string): StopRule {
  const match = /^\s*(?:verdict\s+)?(.+?)\s*<\s*(\d+(?:\.\d+)?)\s*(%|points?)?\s*$/.exec(text);
  if (match === null) throw syntax(text, 'It is no comparison.');
  const [, written, digits, unit] = match;
  const measure = parseMeasure(written);
  const below = Number(digits);
  if (!(below > 0)) throw syntax(text, 'No interval is narrower than nothing.');
  if (measure.kind === 'verdict' && unit === '%') throw syntax(text, 'A probability is measured in points.');
  if (measure.kind !== 'verdict' && unit !== '%')
    throw syntax(text, 'A metric is measured in percent of its median.');
  return { measure, written: written.trim(), below };
}

/** Judges the values of the rule's measure, one a seed: Wilson's interval for a verdict, order statistics for a median. */
export function stopState({ measure, below }: StopRule, values: readonly number[]): StopState {
  const known = values.filter((value) => !Number.isNaN(value));
  if (measure.kind === 'verdict') {
    const held = known.filter((value) => value === 1).length;
    const interval = wilson(held, known.length);
    return { ...judged(interval, (interval.high - interval.low) * 100, below), known: known.length };
  }
  const sorted = [...known].sort((a, b) => a - b);
  const interval = quantileInterval(sorted, 0.5);
  if (interval === undefined || interval.coverage < 0.95) {
    return { low: NaN, high: NaN, width: Infinity, reached: false, known: known.length };
  }
  const middle = median(sorted);
  const size = middle < 0 ? -middle : middle;
  const spread = interval.high - interval.low;
  return { ...judged(interval, spread === 0 ? 0 : (spread / size) * 100, below), known: known.length };
}

const judged = ({ low, high }: Interval, width: number, below: number): Omit<StopState, 'known'> => ({
  low,
  high,
  width,
  reached: width < below,
});

const syntax = (text: string, because: string): StudioError =>
  new StudioError({
    code: 'until.syntax',
    message: `The stop rule "${text.slice(0, 80)}" cannot be read. ${because}`,
    hint: 'Write "verdict sustainable < 2" (points) or "providers.active@end < 5 %" (of the median).',
    where: '--until',
  });
