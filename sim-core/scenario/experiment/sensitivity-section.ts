import type { Factor } from '../../contract/design.ts';
import { described, type Entry, type Field } from '../entry.ts';
import { suggestion } from '../nearest-name.ts';
import { checkRange, type Reading, readFinite, readMapping, readText } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { mostRuns } from './read-design.ts';
import { readFactor } from './read-factor.ts';

/** What the section `sensitivity` of an experiment file asks; what is absent is as on the command line. */
export interface SensitivitySection {
  /** Every number without a source, every number, or those that are named: a path alone has its usual range. */
  readonly factors?: 'all-unsourced' | 'all' | readonly (Factor | { readonly path: string })[];
  /** Runs to make at most. */
  readonly budget?: number;
  readonly method?: SensitivityMethod;
  /** Of the design and of the bootstrap. */
  readonly seed?: string;
}

type SensitivityMethod = (typeof sensitivityMethods)[number];

/** Checked against the methods that there are by the command that reads this. */
const sensitivityMethods = ['morris', 'sobol', 'regional'] as const;
const everything = ['all-unsourced', 'all'] as const;
const sectionKeys = ['factors', 'budget', 'method', 'seed'] as const;

/** `{ factors, budget, method, seed }`; undefined, and the problems in `reading`, where it cannot be read. */
export function readSensitivity(reading: Reading, { value }: Field): SensitivitySection | undefined {
  const before = reading.problems.length;
  const fields = readMapping(reading, value, 'sensitivity', sectionKeys);
  if (fields === undefined) return undefined;
  const factors = mapped(fields.get('factors'), (entry) => readFactors(reading, entry));
  const budget = mapped(fields.get('budget'), (entry) => readBudget(reading, entry));
  const method = mapped(fields.get('method'), (entry) => readMethod(reading, entry));
  const seed = mapped(fields.get('seed'), (entry) =>
    readText(reading, entry, 'sensitivity.seed', 'Write a number or a word.'),
  );
  if (reading.problems.length > before) return undefined;
  return {
    ...(factors === undefined ? {} : { factors }),
    ...(budget === undefined ? {} : { budget }),
    ...(method === undefined ? {} : { method }),
    ...(seed === undefined ? {} : { seed }),
  };
}

const mapped = <T>(field: Field | undefined, read: (entry: Entry) => T): T | undefined =>
  field === undefined ? undefined : read(field.value);

function readFactors(reading: Reading, entry: Entry): SensitivitySection['factors'] {
  if (entry.kind === 'mapping') {
    return [...entry.fields].flatMap(([path, field]) => {
      if (field.value.kind === 'scalar' && field.value.text === usual) return { path };
      return readFactor(reading, path, field, 'sobol') ?? [];
    });
  }
  if (entry.kind === 'list') {
    const hint = 'Write paths, such as [emission.halving.period].';
    return entry.items.flatMap((item, i) => {
      const path = readText(reading, item, `sensitivity.factors[${i}]`, hint);
      return path === undefined ? [] : { path };
    });
  }
  const all = everything.find((each) => each === entry.text);
  if (all !== undefined) return all;
  return reading.report({
    code: 'sensitivity.factors',
    message: `sensitivity.factors is ${described(entry)}.`,
    hint: `${suggestion(entry.text, everything)} Or list paths, or write a mapping of paths to ranges.`,
    where: entry.where,
  });
}

/** For a path in a mapping: half to double its value. */
const usual = 'usual';

function readBudget(reading: Reading, entry: Entry): number | undefined {
  const budget = readFinite(reading, entry, 'sensitivity.budget');
  if (budget === undefined) return undefined;
  return checkRange(
    reading,
    Math.floor(budget),
    { min: 1, max: mostRuns, unit: 'run' },
    'sensitivity.budget',
    entry.where,
  );
}

function readMethod(reading: Reading, entry: Entry): SensitivityMethod | undefined {
  const text = entry.kind === 'scalar' ? entry.text : '';
  const method = sensitivityMethods.find((each) => each === text);
  if (method !== undefined) return method;
  return reading.report({
    code: 'sensitivity.method',
    message: `sensitivity.method is ${described(entry)}.`,
    hint: suggestion(text, sensitivityMethods),
    where: entry.where,
  });
}

export const sensitivitySchema: JsonSchema = {
  type: 'object',
  description: 'What `sensitivity` asks: which parameters matter to the measure.',
  properties: {
    factors: {
      description:
        'What is varied: every number that is an assumption, every number, paths, or paths with ranges.',
      anyOf: [
        { enum: everything },
        { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
        {
          type: 'object',
          minProperties: 1,
          additionalProperties: { anyOf: [{ const: usual }, { type: 'object' }] },
        },
      ],
    },
    budget: {
      type: 'integer',
      minimum: 1,
      maximum: mostRuns,
      description: 'Runs to make at most: points times seeds.',
    },
    method: { enum: sensitivityMethods, description: 'Instead of the one that the budget pays for.' },
    seed: { type: ['string', 'integer'], description: 'Another seed gives other points; 1 if absent.' },
  },
  additionalProperties: false,
};
