import { type SensitivityMethod, sensitivityMethods } from '../../contract/sensitivity-method.ts';
import { described, type Entry, type Field } from '../entry.ts';
import { suggestion } from '../nearest-name.ts';
import { type Reading, readMapping, readText } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { type NamedFactors, namedFactorsSchemas, readNamedFactors } from './named-factors.ts';
import { budgetSchema, readBudget } from './read-budget.ts';

/** What the section `sensitivity` of an experiment file asks; what is absent is as on the command line. */
export interface SensitivitySection {
  /** Every number without a source, every number, or those that are named: a path alone goes from half to double its value. */
  readonly factors?: 'all-unsourced' | 'all' | NamedFactors;
  /** Runs to make at most. */
  readonly budget?: number;
  readonly method?: SensitivityMethod;
  /** Of the design and of the bootstrap. */
  readonly seed?: string;
}

const everything = ['all-unsourced', 'all'] as const;
const sectionKeys = ['factors', 'budget', 'method', 'seed'] as const;

/** `{ factors, budget, method, seed }`; undefined, and the problems in `reading`, where it cannot be read. */
export function readSensitivity(reading: Reading, { value }: Field): SensitivitySection | undefined {
  const before = reading.problems.length;
  const fields = readMapping(reading, value, 'sensitivity', sectionKeys);
  if (fields === undefined) return undefined;
  const factors = mapped(fields.get('factors'), (entry) =>
    readNamedFactors(reading, entry, 'sensitivity.factors', everything),
  );
  const budget = mapped(fields.get('budget'), (entry) => readBudget(reading, entry, 'sensitivity.budget'));
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
      anyOf: [{ enum: everything }, ...namedFactorsSchemas],
    },
    budget: budgetSchema,
    method: { enum: sensitivityMethods, description: 'Instead of the one that the budget pays for.' },
    seed: { type: ['string', 'integer'], description: 'Another seed gives other points; 1 if absent.' },
  },
  additionalProperties: false,
};
