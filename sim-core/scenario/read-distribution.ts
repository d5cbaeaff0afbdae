import type { Distribution, DistributionParameter } from '../contract/parameter.ts';
import { described, type Entry } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import { checkRange, type Reading, readFinite, readMapping } from './reading.ts';

/** Shapes that can be written, with their numbers in order. */
export const distributionShapes = {
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  normal: ['mean', 'sd'],
  lognormal: ['median', 'sigma'],
} as const;

const shapeNames: readonly string[] = [...Object.keys(distributionShapes), 'empirical'];

/** Wider than any spread of real devices or people: e^5 is a factor of 148 for one standard deviation. */
const widestSigma = 5;

/** A number (the same for everyone) or one shape such as `{ lognormal: { median: 365, sigma: 0.5 } }`. */
export function readDistribution(
  reading: Reading,
  entry: Entry,
  parameter: DistributionParameter,
  path: string,
): Distribution | undefined {
  if (entry.kind === 'scalar') {
    const value = readFinite(reading, entry, path);
    if (value === undefined || checkRange(reading, value, parameter, path, entry.where) === undefined)
      return undefined;
    return { kind: 'fixed', value };
  }
  const [shape, ...others] = entry.kind === 'mapping' ? [...entry.fields.keys()] : [];
  if (entry.kind !== 'mapping' || shape === undefined || others.length > 0 || !shapeNames.includes(shape)) {
    const is =
      entry.kind === 'mapping'
        ? `given as ${[...entry.fields.keys()].join(', ') || 'an empty mapping'}`
        : described(entry);
    return reading.report({
      code: 'parameter.unknown-distribution',
      message: `${path} is ${is}: it must be a number or one distribution.`,
      hint: suggestion(shape ?? '', shapeNames),
      where: entry.where,
    });
  }
  const body = entry.fields.get(shape)?.value ?? entry;
  if (shape === 'empirical') return readEmpirical(reading, body, parameter, path);
  return readShape(reading, body, parameter, path, shape);
}

function readEmpirical(
  reading: Reading,
  entry: Entry,
  parameter: DistributionParameter,
  path: string,
): Distribution | undefined {
  if (entry.kind !== 'list' || entry.items.length === 0) {
    const message = `${path}.empirical is ${described(entry)}: it must be a list of at least one number.`;
    return reading.report({
      code: 'scenario.wrong-type',
      message,
      hint: 'Write [1, 2, 3].',
      where: entry.where,
    });
  }
  const values: number[] = [];
  entry.items.forEach((item, index) => {
    const value = readFinite(reading, item, `${path}.empirical[${index}]`);
    if (value === undefined) return;
    if (checkRange(reading, value, parameter, `${path}.empirical[${index}]`, item.where) !== undefined)
      values.push(value);
  });
  return values.length === entry.items.length ? { kind: 'empirical', values } : undefined;
}

function readShape(
  reading: Reading,
  entry: Entry,
  parameter: DistributionParameter,
  path: string,
  shape: string,
): Distribution | undefined {
  const names: readonly string[] =
    Object.entries(distributionShapes).find(([name]) => name === shape)?.[1] ?? [];
  const fields = readMapping(reading, entry, `${path}.${shape}`, names);
  if (fields === undefined) return undefined;
  const numbers: number[] = [];
  for (const name of names) {
    const field = fields.get(name);
    const itsPath = `${path}.${shape}.${name}`;
    if (field === undefined) {
      const hint = `Write { ${shape}: { ${names.map((each) => `${each}: …`).join(', ')} } }.`;
      reading.report({
        code: 'scenario.missing-key',
        message: `${itsPath} is missing.`,
        hint,
        where: entry.where,
      });
      continue;
    }
    const value = readFinite(reading, field.value, itsPath);
    const range =
      name === 'sigma'
        ? { min: 0, max: widestSigma, unit: '1' }
        : name === 'sd'
          ? { min: 0, max: parameter.max - parameter.min, unit: parameter.unit }
          : parameter;
    if (value !== undefined && checkRange(reading, value, range, itsPath, field.value.where) !== undefined) {
      numbers.push(value);
    }
  }
  const [first = 0, second = 0, third = 0] = numbers;
  if (numbers.length !== names.length) return undefined;
  const ordered =
    shape === 'uniform' ? first <= second : shape !== 'triangular' || (first <= second && second <= third);
  if (!ordered) {
    const message = `${path}.${shape} is not in order.`;
    const hint = `It must hold ${names.join(' ≤ ')}.`;
    return reading.report({ code: 'parameter.out-of-range', message, hint, where: entry.where });
  }
  if (shape === 'lognormal' && first <= 0) {
    const message = `${path}.lognormal.median is ${first}: it must be above 0.`;
    return reading.report({
      code: 'parameter.out-of-range',
      message,
      hint: 'A lognormal quantity is positive.',
      where: entry.where,
    });
  }
  if (shape === 'uniform') return { kind: 'uniform', min: first, max: second };
  if (shape === 'triangular') return { kind: 'triangular', min: first, mode: second, max: third };
  if (shape === 'normal') return { kind: 'normal', mean: first, sd: second };
  return { kind: 'lognormal', median: first, sigma: second };
}
