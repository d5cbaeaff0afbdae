import { designKinds } from '../../contract/design.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import type { experimentKeys } from './parse-experiment.ts';
import { mostRuns } from './read-design.ts';
import { mostSteps } from './read-factor.ts';
import { sectionSchemas } from './sections.ts';

const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

const textsOf = (description: string): JsonSchema => ({
  anyOf: [{ type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true }, text(description)],
  description,
});

const value: JsonSchema = { description: 'A value as after --set, or a distribution.' };

const listed: JsonSchema = {
  type: 'object',
  properties: {
    values: { type: 'array', items: value, minItems: 1, description: 'What is tried.' },
  },
  required: ['values'],
  additionalProperties: false,
};

const ranged: JsonSchema = {
  type: 'object',
  properties: {
    min: { type: 'number' },
    max: { type: 'number' },
    scale: { enum: ['linear', 'log'], description: 'log: equal ratios are equally likely.' },
    steps: {
      type: 'integer',
      minimum: 2,
      maximum: mostSteps,
      description: 'How many values between the ends, both among them.',
    },
    unit: text('Written behind each number, such as day.'),
  },
  required: ['min', 'max'],
  additionalProperties: false,
};

const design: JsonSchema = {
  type: 'object',
  properties: {
    kind: { enum: designKinds },
    runs: {
      type: 'integer',
      minimum: 1,
      maximum: mostRuns,
      description: 'Cases of a latin-hypercube or sobol design.',
    },
    seed: {
      type: ['string', 'integer'],
      description: 'From which the luck of the design follows; 1 if absent.',
    },
    parameters: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { anyOf: [listed, ranged] },
      description:
        'What varies: <mechanism>.<parameter>, a part of a distribution such as agents.providers.hurdle.median, horizon, start, overlay, mechanism.<slot>.',
    },
  },
  required: ['kind', 'parameters'],
  additionalProperties: false,
};

/** The JSON Schema (draft 7) of an experiment file: editors complete and check with it. */
export function experimentSchema(): JsonSchema {
  const properties: Record<(typeof experimentKeys)[number], JsonSchema> = {
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
      description: 'The name of its file.',
    },
    title: text('A short name.'),
    question: text('The question it is to answer, in one sentence.'),
    scenario: text('The id of a scenario, or a path from this file.'),
    overlays: textsOf('Storms laid over every case, such as price-crash.'),
    set: {
      type: 'object',
      additionalProperties: value,
      description: 'Values that hold in every case, by path.',
    },
    seeds: {
      anyOf: [{ type: ['string', 'integer'] }, { type: 'array', items: { type: ['string', 'integer'] } }],
      description: 'A range such as 1..50, or a list.',
    },
    design,
    measure: textsOf('What is told of each case: providers.active@end, mean(market.price), or a verdict.'),
    ...sectionSchemas,
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'DePIN Studio experiment',
    type: 'object',
    properties,
    required: ['id', 'title', 'question', 'scenario'],
    additionalProperties: false,
  };
}

/** The schema as text. */
export const experimentSchemaText = (): string => `${JSON.stringify(experimentSchema(), null, 2)}\n`;
