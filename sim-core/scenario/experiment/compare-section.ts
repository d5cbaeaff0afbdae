import { described, type Field } from '../entry.ts';
import { type Reading, readMapping } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import type { Placed } from './placed.ts';
import { type PlacedAssignment, readAssignments } from './read-assignments.ts';
import { readPlacedList } from './read-placed.ts';

/** What the section `compare` of an experiment file sets beside the scenario: other scenarios, or changes of it. */
export interface CompareSection {
  readonly scenarios: readonly Placed[];
  readonly changes: readonly ComparedChange[];
}

/** A column: the scenario with these values. */
export interface ComparedChange {
  readonly label: string;
  readonly where: string;
  readonly set: readonly PlacedAssignment[];
}

const sectionKeys = ['scenarios', 'changes'] as const;

/** Columns beside the scenario; more cannot be read side by side. */
const mostBeside = 5;

/** `{ scenarios: [...] }`, or `{ changes: { <name>: { <path>: value } } }`; undefined where it cannot be read. */
export function readCompare(reading: Reading, { value, where }: Field): CompareSection | undefined {
  const before = reading.problems.length;
  const fields = readMapping(reading, value, 'compare', sectionKeys);
  if (fields === undefined) return undefined;
  const hint = 'Write ids of scenarios or paths from this file, such as [gpu-compute/policy].';
  const scenarios = readPlacedList(reading, fields.get('scenarios'), 'compare.scenarios', hint);
  const changes = readChanges(reading, fields.get('changes'));
  if (reading.problems.length > before) return undefined;
  const report = (message: string, advice: string): undefined =>
    reading.report({ code: 'compare.columns', message, hint: advice, where });
  if (scenarios.length > 0 && changes.length > 0)
    return report('compare names scenarios and changes as well.', 'Keep one of the two.');
  const beside = scenarios.length + changes.length;
  if (beside === 0)
    return report(
      'compare names nothing to compare with.',
      'Write changes: { dearer: { supply.hardware.price: 600 } }, or scenarios: [gpu-compute/policy].',
    );
  if (beside <= mostBeside) return { scenarios, changes };
  return report(
    `compare sets ${beside} columns beside the scenario, too many to read.`,
    `Keep at most ${mostBeside}; a sweep takes more.`,
  );
}

function readChanges(reading: Reading, field: Field | undefined): readonly ComparedChange[] {
  if (field === undefined) return [];
  if (field.value.kind !== 'mapping') {
    reading.report({
      code: 'scenario.wrong-type',
      message: `compare.changes is ${described(field.value)}: it must be a mapping.`,
      hint: 'Name each column: changes: { dearer: { supply.hardware.price: 600 } }',
      where: field.value.where,
    });
    return [];
  }
  return [...field.value.fields].map(([label, change]) => {
    const set = readAssignments(reading, change, `compare.changes.${label}`);
    if (change.value.kind === 'mapping' && set.length === 0)
      reading.report({
        code: 'compare.columns',
        message: `compare.changes.${label} changes nothing.`,
        hint: 'Write a path and a value; the scenario as it is stands beside the changes by itself.',
        where: change.where,
      });
    return { label, where: change.where, set };
  });
}

export const compareSchema: JsonSchema = {
  type: 'object',
  description: 'What `compare` sets beside the scenario: other scenarios, or changes of it.',
  properties: {
    scenarios: {
      anyOf: [
        {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          minItems: 1,
          maxItems: mostBeside,
          uniqueItems: true,
        },
        { type: 'string', minLength: 1 },
      ],
      description: 'Ids of scenarios, or paths from this file.',
    },
    changes: {
      type: 'object',
      minProperties: 1,
      maxProperties: mostBeside,
      additionalProperties: { type: 'object', minProperties: 1 },
      description: 'A column each, by its name: values by path, also overlay and mechanism.<slot>.',
    },
  },
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
};
