import { described, type Entry } from './entry.ts';
import { limits } from './limits.ts';
import { nearestName } from './nearest-name.ts';
import { checkRange, type Reading } from './reading.ts';

/** Days of the units in which a horizon is written. */
export const horizonUnits: Readonly<Record<string, number>> = { day: 1, week: 7, year: 365 };

/** `833 day`, `119 week` or `5 year` as whole days. */
export function readHorizon(reading: Reading, entry: Entry): number | undefined {
  const text = entry.kind === 'scalar' ? entry.text.trim() : '';
  const match = /^(\d+(?:\.\d+)?)\s+([A-Za-z]+)$/.exec(text);
  const unit = match?.[2] ?? '';
  const days = Object.hasOwn(horizonUnits, unit) ? horizonUnits[unit] : undefined;
  const units = Object.keys(horizonUnits);
  if (match === null || days === undefined) {
    const nearest = nearestName(unit, units);
    return reading.report({
      code: 'scenario.bad-horizon',
      message: `horizon is ${described(entry)}: it must be a number and a unit.`,
      hint: `${nearest === undefined ? '' : `Did you mean "${nearest}"? `}Write it as 833 day; units: ${units.join(', ')}.`,
      where: entry.where,
    });
  }
  const whole = Math.round(Number(match[1]) * days);
  return checkRange(reading, whole, { min: 1, max: limits.horizonDays, unit: 'day' }, 'horizon', entry.where);
}
