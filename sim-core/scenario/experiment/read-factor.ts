import type { DesignKind, Factor, RangedFactor } from '../../contract/design.ts';
import { described, type Entry, type Field } from '../entry.ts';
import { suggestion } from '../nearest-name.ts';
import { type Reading, readFinite, readMapping } from '../reading.ts';
import { spelledEntry } from './spelled-entry.ts';

const factorKeys = ['values', 'min', 'max', 'scale', 'steps', 'unit'] as const;
const scales = ['linear', 'log'] as const;

/** Steps of a range: both ends, and what is between. */
export const mostSteps = 10_000;

type Fields = ReadonlyMap<string, Field>;

/** `{ values: [...] }`, or `{ min, max, scale?, steps?, unit? }`. */
export function readFactor(
  reading: Reading,
  path: string,
  { value, where }: Field,
  kind: DesignKind,
): Factor | undefined {
  const fields = readMapping(reading, value, path, factorKeys);
  if (fields === undefined) return undefined;
  const report = (code: string, message: string, hint: string): undefined =>
    reading.report({ code, message: `${path} ${message}`, hint, where });
  const values = fields.get('values');
  const isRange = fields.has('min') || fields.has('max');
  if (values !== undefined) {
    if (!isRange) return readValues(reading, path, values.value);
    return report('design.two-ways', 'has values, and a range as well.', 'Keep one of the two.');
  }
  if (!isRange)
    return report('design.no-values', 'says no values.', 'Write values: [1, 2, 3], or min: 1 and max: 3.');
  const range = readRange(reading, path, fields, where);
  if (range === undefined) return undefined;
  if (range.steps !== undefined || (kind !== 'factorial' && kind !== 'list')) return range;
  return report(
    'design.range',
    `is a range, and a design of the kind ${kind} needs its values.`,
    'List them as values: [1, 2, 3], or add steps: 5, or choose latin-hypercube or sobol.',
  );
}

function readValues(reading: Reading, path: string, entry: Entry): Factor | undefined {
  if (entry.kind !== 'list' || entry.items.length === 0) {
    const message = `${path}.values is ${entry.kind === 'list' ? 'an empty list' : described(entry)}: it must be a list of at least one.`;
    return reading.report({
      code: 'design.no-values',
      message,
      hint: 'Write values: [1, 2, 3].',
      where: entry.where,
    });
  }
  return { path, values: entry.items.map(spelledEntry) };
}

function readRange(reading: Reading, path: string, fields: Fields, where: string): RangedFactor | undefined {
  const end = (key: 'min' | 'max'): number | undefined => {
    const field = fields.get(key);
    if (field !== undefined) return readFinite(reading, field.value, `${path}.${key}`);
    const message = `${path} lacks "${key}".`;
    return reading.report({
      code: 'scenario.missing-key',
      message,
      hint: 'A range has min and max.',
      where,
    });
  };
  const [min, max] = [end('min'), end('max')];
  const scale = readScale(reading, path, fields.get('scale'));
  const unit = fields.get('unit')?.value;
  const stepsField = fields.get('steps');
  const steps = stepsField === undefined ? undefined : readSteps(reading, path, stepsField.value);
  if (stepsField !== undefined && steps === undefined) return undefined;
  if (min === undefined || max === undefined || scale === undefined) return undefined;
  const refuse = (message: string, hint: string): undefined =>
    reading.report({ code: 'design.bounds', message: `${path}: ${message}`, hint, where });
  if (min > max) return refuse(`min is ${min} and max is ${max}: they are reversed.`, 'Swap them.');
  if (min === max) return refuse(`min and max are both ${min}: nothing varies.`, 'Widen it, or use set.');
  if (scale === 'log' && min <= 0)
    return refuse(`min is ${min}, and a log scale begins above 0.`, 'Raise min, or leave scale out.');
  return {
    path,
    min,
    max,
    scale,
    ...(steps === undefined ? {} : { steps }),
    ...(unit?.kind === 'scalar' ? { unit: unit.text } : {}),
  };
}

function readScale(
  reading: Reading,
  path: string,
  field: Field | undefined,
): (typeof scales)[number] | undefined {
  if (field === undefined) return 'linear';
  const text = field.value.kind === 'scalar' ? field.value.text : '';
  const scale = scales.find((each) => each === text);
  if (scale !== undefined) return scale;
  const message = `${path}.scale is ${described(field.value)}.`;
  const hint = suggestion(text, scales);
  return reading.report({ code: 'design.scale', message, hint, where: field.value.where });
}

function readSteps(reading: Reading, path: string, entry: Entry): number | undefined {
  const steps = readFinite(reading, entry, `${path}.steps`);
  if (steps === undefined) return undefined;
  if (Number.isInteger(steps) && steps >= 2 && steps <= mostSteps) return steps;
  const message = `${path}.steps is ${steps}: it must be a whole number from 2 to ${mostSteps}.`;
  const hint = 'Both ends are steps: 3 steps from 1 to 3 are 1, 2, 3.';
  return reading.report({ code: 'design.steps', message, hint, where: entry.where });
}
