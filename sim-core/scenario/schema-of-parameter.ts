import type { DistributionParameter, Parameter } from '../contract/parameter.ts';
import { distributionShapes } from './read-distribution.ts';

/** A piece of JSON Schema (draft 7). */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const dateText: JsonSchema = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };

/** What a scenario may write for a parameter, with its words for an editor's hover. */
export function schemaOfParameter(parameter: Parameter): JsonSchema {
  const described = { title: parameter.label, description: `${parameter.why} Unit: ${parameter.unit}.` };
  const unit = parameter.unit === '1' ? { enum: [1, '1'] } : { const: parameter.unit };
  switch (parameter.kind) {
    case 'number': {
      const { min, max } = parameter;
      const type = parameter.integer === true ? 'integer' : 'number';
      return {
        ...described,
        ...given({ value: { type, minimum: min, maximum: max, default: parameter.default }, unit }),
      };
    }
    case 'date':
      return { ...described, ...given({ value: dateText }) };
    case 'choice':
      return { ...described, ...given({ value: { enum: parameter.options, default: parameter.default } }) };
    case 'distribution':
      return { ...described, ...given({ value: schemaOfDistribution(parameter), unit }) };
    case 'series': {
      const number = { type: 'number', minimum: parameter.min, maximum: parameter.max };
      const steps = {
        type: 'object',
        minProperties: 1,
        propertyNames: dateText,
        additionalProperties: number,
      };
      return {
        ...described,
        oneOf: [
          given({ value: { anyOf: [number, steps] }, unit }),
          given({ file: fileName, column: { type: 'string' }, unit }),
        ],
      };
    }
    case 'table': {
      const columns = Object.keys(parameter.columns).join(', ');
      return {
        ...described,
        description: `${parameter.why} Columns: ${columns}.`,
        ...given({ file: fileName }),
      };
    }
  }
}

const fileName: JsonSchema = {
  type: 'string',
  pattern: '^[A-Za-z0-9_][A-Za-z0-9_./ -]*$',
  description: 'A CSV file in the folder of the scenario.',
};

/** An object of these keys, all needed, and exactly one of `source` and `assumption`. */
function given(keys: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const source = { type: 'string', description: 'A key of `sources`.' };
  const assumption = {
    type: 'string',
    minLength: 1,
    description: 'Why the value is plausible, in a sentence.',
  };
  return {
    type: 'object',
    properties: { ...keys, source, assumption },
    required: Object.keys(keys),
    oneOf: [{ required: ['source'] }, { required: ['assumption'] }],
    additionalProperties: false,
  };
}

function schemaOfDistribution(parameter: DistributionParameter): JsonSchema {
  const bounded = { type: 'number', minimum: parameter.min, maximum: parameter.max };
  const shapes = Object.entries(distributionShapes).map(([shape, names]): JsonSchema => {
    const properties = Object.fromEntries(
      names.map((name) => [
        name,
        name === 'sigma' || name === 'sd' ? { type: 'number', minimum: 0 } : bounded,
      ]),
    );
    return only(shape, { type: 'object', properties, required: names, additionalProperties: false });
  });
  return { anyOf: [bounded, ...shapes, only('empirical', { type: 'array', items: bounded, minItems: 1 })] };
}

const only = (key: string, schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { [key]: schema },
  required: [key],
  additionalProperties: false,
});
