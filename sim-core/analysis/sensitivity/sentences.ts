import { max, min } from '../../kernel/math.ts';
import type { Interval } from '../interval.ts';
import type { MorrisEffect } from './morris.ts';
import type { Separation } from './regional.ts';
import type { SobolIndex } from './sobol-indices.ts';

/** What the numbers of a sensitivity analysis mean, a sentence each. `show` spells a number of the output or of the factor. */
export type Show = (value: number) => string;

/** Under this share of the variance, or of the greatest effect, a factor may be left as it is. */
const little = 0.05;

/** Whether a factor's share of the variance may be more than a little. */
export const sobolMatters = ({ totalInterval }: SobolIndex): boolean => totalInterval.high >= little;

/** Whether a factor's size is more than a little beside the greatest. */
export const morrisMatters = ({ size }: MorrisEffect, greatest: number): boolean =>
  size > 0 && size >= little * greatest;

/** Whether the distance is more than chance. */
export const regionalMatters = ({ distance }: Separation, byChance: number): boolean => distance > byChance;

/** Wider than this, an interval says that more points are needed. */
const wide = 0.3;

/** What Sobol' indices say of a factor. */
export function sobolSentence(index: SobolIndex): string {
  const { alone, total, totalInterval } = index;
  if (Number.isNaN(total)) return 'Nothing that was varied moves the output.';
  if (!sobolMatters(index)) {
    return `Matters little: at most ${percent(totalInterval.high)} of the variance, interactions counted.`;
  }
  const interacting = total - max(alone, 0);
  const what =
    interacting > total / 2 || (interacting > 0.1 && interacting > total / 4)
      ? `Explains ${percent(alone)} of the variance alone and ${percent(total)} together with others: what it does depends on them.`
      : `Explains ${percent(total)} of the variance, nearly all of it by itself.`;
  const unsure = totalInterval.high - totalInterval.low > wide;
  return unsure ? `${what} The interval is wide: a larger budget would narrow it.` : what;
}

/** What Morris' effects say of a factor; `greatest` is the greatest size of all factors. */
export function morrisSentence(effect: MorrisEffect, greatest: number, show: Show): string {
  const { mean, size, spread } = effect;
  if (size === 0) return 'Does not move the output anywhere.';
  if (!morrisMatters(effect, greatest))
    return `Matters little: ${show(size)}, against ${show(greatest)} of what matters most.`;
  const direction = (mean < 0 ? -mean : mean) / size;
  const way = direction > 0.9 ? (mean > 0 ? 'upwards' : 'downwards') : 'up in some places and down in others';
  const steady =
    Number.isNaN(spread) || spread < size / 2
      ? 'much the same everywhere.'
      : spread < size
        ? 'more in some places than in others.'
        : 'very differently from place to place: its effect is curved, or depends on others.';
  return `Going through its range moves the output by ${show(size)} on average, ${way}, ${steady}`;
}

/** What separates pass from fail in a factor; `low` and `high` are words for where those that pass lie. */
export function regionalSentence(separation: Separation, byChance: number, showFactor: Show): string {
  const { distance, passing, failing } = separation;
  if (!regionalMatters(separation, byChance)) {
    return `Does not separate pass from fail: a distance of ${distance.toFixed(2)} may be chance (up to ${byChance.toFixed(2)}).`;
  }
  const side = passing > failing ? 'higher' : passing < failing ? 'lower' : 'elsewhere';
  return `Where it passes this is ${side}: in the middle ${showFactor(passing)}, against ${showFactor(failing)} where it fails.`;
}

/** `n` of `of` factors have no source: what share of the variance rests on them, as the Sobol' index of their group. */
export function unsourcedSentence(n: number, of: number, group: SobolIndex | undefined): string {
  if (n === 0) return 'Every parameter that was varied has a source.';
  const who = n === 1 ? 'the one parameter without a source' : `the ${n} parameters without a source`;
  if (n === of || group === undefined) {
    return 'No parameter that was varied has a source: all of the variance shown rests on assumptions.';
  }
  if (Number.isNaN(group.total)) return 'Nothing that was varied moves the output.';
  return `${percent(group.alone)} of the variance rests on ${who} alone (95 % interval ${between(group.aloneInterval)}), ${percent(group.total)} with what they do together with the ${of - n} that ${of - n === 1 ? 'has' : 'have'} one.`;
}

/** The same from Morris' sizes, which rank and do not add up to a variance. */
export function unsourcedSizeSentence(
  effects: readonly MorrisEffect[],
  unsourced: readonly boolean[],
): string {
  const n = unsourced.filter((each) => each).length;
  if (n === 0 || n === effects.length) return unsourcedSentence(n, effects.length, undefined);
  const total = effects.reduce((sum, { size }) => sum + size, 0);
  const theirs = effects.reduce((sum, { size }, i) => sum + (unsourced[i] ? size : 0), 0);
  if (total === 0) return 'Nothing that was varied moves the output.';
  return `Of all sizes added up, ${percent(theirs / total)} belong to the ${n} of ${effects.length} parameters without a source. A share of the variance needs Sobol' indices.`;
}

/** A share in whole percent, held between 0 and 100: an estimate of nothing may lie below zero. */
const percent = (share: number): string => `${(min(max(share, 0), 1) * 100).toFixed(0)} %`;

const between = ({ low, high }: Interval): string =>
  `${(min(max(low, 0), 1) * 100).toFixed(0)} to ${percent(high)}`;
