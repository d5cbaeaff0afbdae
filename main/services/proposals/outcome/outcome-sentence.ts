import { wilson } from '../../../../sim-core/analysis/wilson.ts';
import type { OutcomeColumn } from '../../../api/proposals/outcome-view.ts';
import { readable } from '../compose/draft-facts.ts';

type Scores = OutcomeColumn['scores'];

/**
 * A forecast held where its share of observations inside p5 to p95 is one that a band of nine in ten may have: the 95 % interval of that
 * share (Wilson) reaches 90 %.
 */
export function standingOf({ in90, observations }: Scores['proposal']): OutcomeColumn['standing'] {
  return wilson(Math.round(in90 * observations), observations).high >= 0.9 ? 'held' : 'missed';
}

/** Of a column's values, and so of its scores: what is summed over the days of a row is no longer so much a day. */
export const rowUnit = ({ unit, how }: Pick<OutcomeColumn, 'unit' | 'how'>): string =>
  how === 'sum' ? unit.replace(/\/day$/, ' a row') : unit;

const few = 10;

/** Whether the forecast held, in words, with its numbers and those of the forecast without the change. */
export function outcomeSentence({
  title,
  unit: ofMetric,
  how,
  scores: { proposal, base },
}: Pick<OutcomeColumn, 'title' | 'unit' | 'how' | 'scores'>): string {
  const { observations, in80, in90, crps } = proposal;
  const unit = rowUnit({ unit: ofMetric, how });
  const inside = (share: number, what = '') =>
    `${Math.round(share * observations)} of ${observations}${what} (${percent(share)})`;
  const held = standingOf(proposal) === 'held' ? 'the forecast held' : 'the forecast did not hold';
  const count = observations === 1 ? 'The one observation says' : `Only ${observations} observations say`;
  return [
    `${title}: ${held}. ${inside(in90, observations === 1 ? ' observation' : ' observations')} lie inside p5 to p95, where 90 % were to be expected, and ${inside(in80)} inside p10 to p90, where 80 % were.`,
    `The mean CRPS is ${readable(crps)}${unit === '1' ? '' : ` ${unit}`}, ${versus(crps, base.crps)}.`,
    ...(observations < few ? [`${count} little.`] : []),
  ].join(' ');
}

function versus(proposal: number, base: number): string {
  if (proposal === base) return 'the same as that of the forecast without the change';
  const nearer = proposal < base ? 'with' : 'without';
  return `and ${readable(base)} without the change: what came is nearer to the runs ${nearer} it`;
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;

/** How the scores are computed, for whoever reads them. */
export const scoringMethod =
  'A band of nine in ten runs should hold nine in ten observations; the forecast counts as held where the 95 % interval of the share that it held (Wilson) reaches 90 %. Observations of one series hang together, so they say less than as many independent ones. The interval score is the width of a band, and beyond its ends the distance times 2/alpha; CRPS is the mean distance of the runs from what came, less half of that between the runs, fair to few runs (Gneiting and Raftery 2007, J. Am. Stat. Assoc. 102:359; Ferro 2014, Q. J. R. Meteorol. Soc. 140:1917). Both are in the unit of the column, and less is better.';
