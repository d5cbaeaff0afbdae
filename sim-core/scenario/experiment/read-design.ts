import { type DesignKind, designKinds, type Factor } from '../../contract/design.ts';
import { described, type Entry, type Field, quoted } from '../entry.ts';
import { suggestion } from '../nearest-name.ts';
import { checkRange, type Reading, readFinite, readMapping, required } from '../reading.ts';
import type { PlacedDesign } from './placed-design.ts';
import { readFactor } from './read-factor.ts';

const designKeys = ['kind', 'runs', 'seed', 'parameters'] as const;

/** More cases than anyone waits for; a mistyped range is more likely. */
export const mostRuns = 1_000_000;

/** The luck of a design where it does not say. */
const usualSeed = '1';

/** `{ kind, runs, seed, parameters }`; kinds that need a number of runs, and values that have to be side by side, are checked. */
export function readDesign(reading: Reading, { value, where }: Field): PlacedDesign | undefined {
  const fields = readMapping(reading, value, 'design', designKeys);
  if (fields === undefined) return undefined;
  const field = (key: (typeof designKeys)[number], hint: string): Field | undefined =>
    required(reading, fields, key, { path: 'design', where, hint });
  const kindField = field('kind', `Write one of ${designKinds.join(', ')}.`);
  const kind = kindField === undefined ? undefined : readKind(reading, kindField.value);
  const runsField = fields.get('runs');
  const runs = runsField === undefined ? undefined : readRuns(reading, runsField.value);
  const seedField = fields.get('seed');
  const seed = seedField?.value.kind === 'scalar' ? seedField.value.text : usualSeed;
  const listed = field('parameters', 'Write what varies: path: { values: [1, 2] } or { min: 1, max: 2 }.');
  const places = new Map<string, string>();
  const factors =
    listed === undefined || kind === undefined ? [] : readFactors(reading, listed.value, kind, places);
  if (kind === undefined) return undefined;
  if (needsRuns(kind) && runsField === undefined) {
    const message = `design lacks the key "runs", which a design of the kind ${kind} needs.`;
    const hint = 'Write runs: 64 (a power of two keeps a sobol design even).';
    return reading.report({ code: 'scenario.missing-key', message, hint, where });
  }
  if (!needsRuns(kind) && runsField !== undefined) {
    const message = `A design of the kind ${kind} has as many runs as its values make.`;
    return reading.report({
      code: 'design.runs',
      message,
      hint: 'Leave runs out.',
      where: runsField.where,
    });
  }
  return { kind, factors, ...(runs === undefined ? {} : { runs }), seed, where, places };
}

const needsRuns = (kind: DesignKind): boolean => kind === 'latin-hypercube' || kind === 'sobol';

function readKind(reading: Reading, entry: Entry): DesignKind | undefined {
  const text = entry.kind === 'scalar' ? entry.text : '';
  const kind = designKinds.find((each) => each === text);
  if (kind !== undefined) return kind;
  const message = `design.kind is ${described(entry)}.`;
  const hint = suggestion(text, designKinds);
  return reading.report({ code: 'design.unknown-kind', message, hint, where: entry.where });
}

function readRuns(reading: Reading, entry: Entry): number | undefined {
  const runs = readFinite(reading, entry, 'design.runs');
  if (runs === undefined) return undefined;
  if (Number.isInteger(runs))
    return checkRange(reading, runs, { min: 1, max: mostRuns, unit: '1' }, 'design.runs', entry.where);
  const message = `design.runs is ${runs}: it must be a whole number.`;
  return reading.report({ code: 'parameter.not-whole', message, where: entry.where });
}

function readFactors(
  reading: Reading,
  entry: Entry,
  kind: DesignKind,
  places: Map<string, string>,
): readonly Factor[] {
  if (entry.kind !== 'mapping' || entry.fields.size === 0) {
    reading.report({
      code: 'design.empty',
      message:
        entry.kind === 'mapping' ? 'The design varies nothing.' : `design.parameters is ${described(entry)}.`,
      hint: 'Write emission.halving.period: { values: [12, 24] } for each parameter that varies.',
      where: entry.where,
    });
    return [];
  }
  const factors = [...entry.fields].flatMap(([path, field]) => {
    places.set(path, field.where);
    return readFactor(reading, path, field, kind) ?? [];
  });
  if (kind === 'list') checkSideBySide(reading, factors, places);
  return factors;
}

function checkSideBySide(
  reading: Reading,
  factors: readonly Factor[],
  places: ReadonlyMap<string, string>,
): void {
  const lengthOf = (factor: Factor) => ('values' in factor ? factor.values.length : factor.steps);
  const [first] = factors;
  const other = factors.find((factor) => first !== undefined && lengthOf(factor) !== lengthOf(first));
  if (first === undefined || other === undefined) return;
  reading.report({
    code: 'design.unequal',
    message: `${quoted(first.path)} has ${lengthOf(first)} values, ${quoted(other.path)} has ${lengthOf(other)}: a list takes them side by side.`,
    hint: 'Give each parameter as many values as there are cases, or choose factorial for every combination.',
    where: places.get(other.path) ?? '',
  });
}
