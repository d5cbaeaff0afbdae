import { described, type Field } from '../entry.ts';
import type { Reading } from '../reading.ts';
import type { Assignment } from '../set-parameter.ts';
import { spelledEntry } from './spelled-entry.ts';

/** An assignment, and where it stands in the file. */
export type PlacedAssignment = Assignment & { readonly where: string };

/** A mapping of paths to values, as after `--set`. */
export function readAssignments(
  reading: Reading,
  field: Field | undefined,
  path: string,
): readonly PlacedAssignment[] {
  if (field === undefined) return [];
  const { value } = field;
  if (value.kind === 'mapping')
    return [...value.fields].map(([name, each]) => ({
      path: name,
      written: spelledEntry(each.value),
      where: each.where,
    }));
  reading.report({
    code: 'scenario.wrong-type',
    message: `${path} is ${described(value)}: it must be a mapping.`,
    hint: `Write ${path}: { horizon: 3 year, emission.halving.period: 12 }`,
    where: value.where,
  });
  return [];
}
