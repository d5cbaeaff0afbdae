import type { Problem } from '../contract/errors.ts';
import { described, type Entry, type Field, quoted } from './entry.ts';
import { limits } from './limits.ts';
import { suggestion } from './nearest-name.ts';

/** Problems gather here while a text is read, so that a person sees all of them at once. */
export class Reading {
  readonly #problems: Problem[] = [];
  readonly #warnings: Problem[] = [];

  report(problem: Problem): undefined {
    if (this.#problems.length < limits.problems) this.#problems.push(problem);
  }

  warn(problem: Problem): void {
    if (this.#warnings.length < limits.problems) this.#warnings.push(problem);
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get warnings(): readonly Problem[] {
    return this.#warnings;
  }
}

/** The fields of a mapping; keys that are not allowed are reported with the nearest that is. */
export function readMapping(
  reading: Reading,
  entry: Entry,
  path: string,
  allowed: readonly string[],
): ReadonlyMap<string, Field> | undefined {
  if (entry.kind !== 'mapping') {
    return reading.report({
      code: 'scenario.wrong-type',
      message: `${path} is ${described(entry)}: it must be a mapping.`,
      hint: `Its keys: ${allowed.join(', ')}.`,
      where: entry.where,
    });
  }
  for (const [key, field] of entry.fields) {
    if (allowed.includes(key)) continue;
    reading.report({
      code: 'scenario.unknown-key',
      message: `${path} has no key ${quoted(key)}.`,
      hint: suggestion(key, allowed),
      where: field.where,
    });
  }
  return entry.fields;
}

/** The field `key`, or a problem that says it is missing. */
export function required(
  reading: Reading,
  fields: ReadonlyMap<string, Field>,
  key: string,
  of: { readonly path: string; readonly where: string; readonly hint: string },
): Field | undefined {
  const field = fields.get(key);
  if (field !== undefined) return field;
  const message = `${of.path} lacks the key ${quoted(key)}.`;
  return reading.report({ code: 'scenario.missing-key', message, hint: of.hint, where: of.where });
}

const longestText = 2000;

/** Text that is not empty. */
export function readText(reading: Reading, entry: Entry, path: string, hint: string): string | undefined {
  const text = entry.kind === 'scalar' && entry.value !== null ? entry.text.trim() : '';
  if (text !== '' && text.length <= longestText) return text;
  const is = text === '' ? described(entry) : `${text.length} characters long`;
  return reading.report({
    code: 'scenario.wrong-type',
    message: `${path} is ${is}.`,
    hint,
    where: entry.where,
  });
}

/** A finite number. */
export function readFinite(reading: Reading, entry: Entry, path: string): number | undefined {
  if (entry.kind === 'scalar' && typeof entry.value === 'number' && Number.isFinite(entry.value)) {
    return entry.value === 0 ? 0 : entry.value;
  }
  return reading.report({
    code: 'parameter.not-a-number',
    message: `${path} is ${described(entry)}: it must be a number.`,
    hint: 'Write digits with a point, such as 1234.5, without separators; the unit stands apart in `unit`.',
    where: entry.where,
  });
}

/** Reports a number outside its range. */
export function checkRange(
  reading: Reading,
  value: number,
  range: { readonly min: number; readonly max: number; readonly unit: string },
  path: string,
  where: string,
): number | undefined {
  if (value >= range.min && value <= range.max) return value;
  const side =
    value < range.min ? `below the least allowed, ${range.min}` : `above the most allowed, ${range.max}`;
  const unit = range.unit === '1' ? '' : ` ${range.unit}`;
  return reading.report({
    code: 'parameter.out-of-range',
    message: `${path} is ${value}${unit}: ${side}${unit}.`,
    hint: `Allowed: ${range.min} to ${range.max}${unit}.`,
    where,
  });
}
