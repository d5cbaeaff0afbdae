import { bareQuantity, percent, quantity } from '../../ui/number-format.ts';
import { type DataTable, tableOf } from '../data-table.ts';
import { counted, listed, unstopped, withUnit } from '../parts/words.ts';
import type { TornadoFactor, TornadoSubject } from './tornado-subject.ts';

/** Of the effects: shares of the variance, sizes in the unit of the measure, or distances without a unit. */
export const effectUnit = ({ method, unit }: TornadoSubject): string =>
  method === 'sobol' ? 'share' : method === 'morris' ? unit : '1';

/** The greatest effect first; what has no number last. */
export const ranked = ({ factors }: TornadoSubject): readonly TornadoFactor[] =>
  [...factors].sort((a, b) =>
    Number.isNaN(a.effect) ? 1 : Number.isNaN(b.effect) ? -1 : b.effect - a.effect,
  );

/** "Hardware price matters most for active providers: 41 % of the variance". */
export function tornadoFinding(subject: TornadoSubject): string {
  const [first, second] = ranked(subject);
  const what = subject.title;
  if (first === undefined || !first.matters) return `Nothing that was tried matters much for ${lower(what)}`;
  const size = {
    sobol: `${percent(first.effect)} of the variance`,
    morris: `moves it by ${quantity(first.effect, subject.unit)}`,
    regional: `a distance of ${bareQuantity(first.effect, '1')}`,
  }[subject.method];
  // Where the intervals overlap the order is not known.
  const close = second?.matters === true && second.high > first.low;
  return close
    ? `${first.label} and ${second.label} matter most for ${lower(what)}; their order is not certain`
    : `${first.label} matters most for ${lower(what)}: ${size}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const tornadoSubtitle = (subject: TornadoSubject): string =>
  `${withUnit(capitalised(subject.effectMeans), effectUnit(subject) === 'share' ? '1' : effectUnit(subject))}, with 95 % intervals; hatched: without a source`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function tornadoSummary(subject: TornadoSubject): string {
  const unit = effectUnit(subject);
  const parts = ranked(subject)
    .filter(({ matters }) => matters)
    .slice(0, 5)
    .map(
      ({ label, effect, low, high }) =>
        `${label} ${quantity(effect, unit)} (${bareQuantity(low, unit)} to ${bareQuantity(high, unit)})`,
    );
  const most = parts.length === 0 ? '' : ` Greatest: ${listed(parts)}.`;
  return `${tornadoFinding(subject)}. ${counted(subject.factors.length, 'parameter')} at ${subject.points} points.${most} ${unstopped(subject.unsourced.sentence)}.`;
}

export function tornadoTable(subject: TornadoSubject): DataTable {
  const unit = effectUnit(subject);
  const number = (name: string) => withUnit(name, unit === 'share' ? '1' : unit);
  return tableOf(
    [
      'parameter',
      'path',
      'tried',
      number('effect'),
      number('low'),
      number('high'),
      'matters',
      'source',
      'what it says',
    ],
    ranked(subject).map(({ label, path, range, effect, low, high, matters, unsourced, sentence }) => [
      ...[label, path, range],
      ...[effect, low, high],
      ...[matters ? 'yes' : 'no', unsourced ? 'none' : 'yes', sentence],
    ]),
  );
}

/** Direction of a factor, where the method tells one that holds nearly everywhere. */
export function directionOf({ details, effect }: TornadoFactor): '↑' | '↓' | '' {
  const { mean } = details;
  if (mean === undefined || !(Math.abs(mean) > 0.9 * effect) || effect === 0) return '';
  return mean > 0 ? '↑' : '↓';
}
