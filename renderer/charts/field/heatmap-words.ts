import { percent, quantity } from '../../ui/number-format.ts';
import { counted } from '../parts/words.ts';
import type { GridAxis, HeatmapSubject } from './heatmap-subject.ts';

/** A value that is a number gets the unit of its axis; one that is written with words says its own. */
const spelled = ({ unit }: GridAxis, written: string): string =>
  unit === '1' || unit === '' || Number.isNaN(Number(written)) ? written : quantity(Number(written), unit);

function placeOf({ x, y }: HeatmapSubject, cell: number): string {
  const columns = x.values.length;
  const [first = '', second = ''] = [x.values[cell % columns], y.values[Math.floor(cell / columns)]];
  return `${x.label} ${spelled(x, first)} and ${y.label} ${spelled(y, second)}`;
}

/** "Active providers: highest, 184k units, at Halving 24 months and Price 20 USD; "Sustainable" holds in 9 of 25 cases". */
export function heatmapFinding(subject: HeatmapSubject): string {
  const { title, unit, values, verdict } = subject;
  let best = -1;
  for (const [cell, value] of values.entries())
    if (Number.isFinite(value) && (best < 0 || value > (values[best] ?? 0))) best = cell;
  if (best < 0) return `${title}: no case has a number`;
  const highest = `${title}: highest, ${quantity(values[best] ?? 0, unit)}, at ${placeOf(subject, best)}`;
  if (verdict === undefined) return highest;
  const holds = verdict.shares.filter((share) => share >= 0.5).length;
  return `${highest}; "${verdict.title}" holds in ${holds} of ${counted(verdict.shares.length, 'case')}`;
}

export function heatmapSummary(subject: HeatmapSubject): string {
  const { x, y, values, unit } = subject;
  const known = [...values].filter(Number.isFinite);
  if (known.length === 0) return `${heatmapFinding(subject)}.`;
  const range = `${quantity(Math.min(...known), unit)} to ${quantity(Math.max(...known), unit)}`;
  return `${heatmapFinding(subject)}. ${counted(x.values.length, 'value')} of ${x.label}, ${y.values.length} of ${y.label}; from ${range}.`;
}

/** One cell in words. */
export function cellText(subject: HeatmapSubject, cell: number): string {
  const value = quantity(subject.values[cell] ?? Number.NaN, subject.unit);
  const share = subject.verdict?.shares[cell];
  const holds =
    share === undefined ? '' : `; "${subject.verdict?.title}" holds in ${percent(share)} of the seeds`;
  return `${placeOf(subject, cell)}: ${value}${holds}`;
}
