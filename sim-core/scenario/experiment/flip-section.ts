import type { Field } from '../entry.ts';
import { type Reading, readMapping, required } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { type NamedFactors, namedFactorsSchemas, readNamedFactors } from './named-factors.ts';
import type { Placed } from './placed.ts';
import { budgetSchema, readBudget } from './read-budget.ts';
import { readPlaced } from './read-placed.ts';

/** What the section `flip` of an experiment file asks; what is absent is as on the command line. */
export interface FlipSection {
  readonly verdict: Placed;
  /** Every number of the scenario if absent. */
  readonly factors?: NamedFactors;
  readonly budget?: number;
}

const sectionKeys = ['verdict', 'factors', 'budget'] as const;

/** `{ verdict, factors, budget }`; undefined where it cannot be read. */
export function readFlip(reading: Reading, { value, where }: Field): FlipSection | undefined {
  const before = reading.problems.length;
  const fields = readMapping(reading, value, 'flip', sectionKeys);
  if (fields === undefined) return undefined;
  const hint = 'Write the id of a verdict, such as verdict: sustainable.';
  const named = required(reading, fields, 'verdict', { path: 'flip', where, hint });
  const verdict = named === undefined ? undefined : readPlaced(reading, named.value, 'flip.verdict', hint);
  const listed = fields.get('factors');
  const factors =
    listed === undefined ? undefined : readNamedFactors(reading, listed.value, 'flip.factors', []);
  const asked = fields.get('budget');
  const budget = asked === undefined ? undefined : readBudget(reading, asked.value, 'flip.budget');
  if (reading.problems.length > before || verdict === undefined) return undefined;
  return {
    verdict,
    ...(factors === undefined ? {} : { factors }),
    ...(budget === undefined ? {} : { budget }),
  };
}

export const flipSchema: JsonSchema = {
  type: 'object',
  description: 'What `flip` asks: how far a verdict is from turning.',
  properties: {
    verdict: { type: 'string', minLength: 1, description: 'The id of a verdict, such as sustainable.' },
    factors: {
      description: 'What may change: paths, or paths with ranges; every number if absent.',
      anyOf: namedFactorsSchemas,
    },
    budget: budgetSchema,
  },
  required: ['verdict'],
  additionalProperties: false,
};
