import { slots } from '../contract/slot.ts';
import { mechanisms } from '../mechanisms/index.ts';
import { horizonUnits } from './read-horizon.ts';
import { scenarioKeys } from './read-scenario.ts';
import type { MechanismDeclaration } from './scenario-document.ts';
import { type JsonSchema, schemaOfParameter } from './schema-of-parameter.ts';

const optional: readonly (typeof scenarioKeys)[number][] = [
  'base',
  'calibratedTo',
  'sources',
  'model',
  'mechanisms',
];

const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

/** The JSON Schema (draft 7) of a scenario file, from what the mechanisms declare: editors complete and check with it. */
export function scenarioSchema(declared: readonly MechanismDeclaration[] = mechanisms): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'DePIN Studio scenario',
    type: 'object',
    properties: {
      id: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        description: 'The name of its folder.',
      },
      version: {
        type: 'integer',
        minimum: 1,
        description: 'Raise it when the meaning of the scenario changes.',
      },
      title: text('A short name.'),
      question: text('The question it answers, in one sentence.'),
      network: text('Kind of network: wireless, storage, compute …'),
      base: text('Id of the scenario that it was made from.'),
      calibratedTo: text('What it was held against, with dates.'),
      start: {
        type: 'string',
        pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
        description: 'First simulated day.',
      },
      horizon: {
        type: 'string',
        pattern: String.raw`^\d+(\.\d+)?\s+(${Object.keys(horizonUnits).join('|')})$`,
        description: `How long it runs: a number and ${Object.keys(horizonUnits).join(', ')}.`,
      },
      sources: {
        type: 'object',
        description: 'What values cite, named once.',
        additionalProperties: {
          type: 'object',
          properties: {
            title: text('What was read.'),
            url: { type: 'string', pattern: '^https?://' },
            licence: text('Its licence.'),
          },
          required: ['title'],
          additionalProperties: false,
        },
      },
      model: text("A model of the project's own, from its folder models, in place of mechanisms."),
      mechanisms: {
        type: 'object',
        description: 'A list per slot; several mechanisms of a slot act in the order of the list.',
        properties: Object.fromEntries(
          slots.map((slot) => [slot, listOf(declared.filter((each) => each.slot === slot))]),
        ),
        additionalProperties: false,
      },
    },
    required: scenarioKeys.filter((key) => !optional.includes(key)),
    oneOf: [{ required: ['mechanisms'] }, { required: ['model'] }],
    additionalProperties: false,
  };
}

/** The schema as the text of `scenarios/scenario.schema.json`. */
export const scenarioSchemaText = (declared?: readonly MechanismDeclaration[]): string =>
  `${JSON.stringify(scenarioSchema(declared), null, 2)}\n`;

function listOf(declared: readonly MechanismDeclaration[]): JsonSchema {
  if (declared.length === 0)
    return { type: 'array', maxItems: 0, description: 'No mechanism fits this slot yet.' };
  return { type: 'array', items: { anyOf: declared.map(schemaOfUse) } };
}

function schemaOfUse(mechanism: MechanismDeclaration): JsonSchema {
  const parameters = Object.entries(mechanism.parameters);
  const needed = parameters.filter(
    ([, parameter]) => !('default' in parameter) || parameter.default === undefined,
  );
  const names = needed.map(([name]) => name);
  return {
    type: 'object',
    title: mechanism.title,
    description: mechanism.summary,
    properties: {
      use: { const: mechanism.id, description: `${mechanism.title}: ${mechanism.summary}` },
      parameters: {
        type: 'object',
        properties: Object.fromEntries(
          parameters.map(([name, parameter]) => [name, schemaOfParameter(parameter)]),
        ),
        ...(names.length > 0 ? { required: names } : {}),
        additionalProperties: false,
      },
    },
    required: names.length > 0 ? ['use', 'parameters'] : ['use'],
    additionalProperties: false,
  };
}
