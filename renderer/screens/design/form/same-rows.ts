import type { FormGroup, FormRow } from './form-groups.ts';
import { sameValue } from './value-kind.ts';

/** The next groups, with the very objects of the groups before wherever they say the same: what did not change is not drawn anew. */
export function sameRows(before: readonly FormGroup[], next: readonly FormGroup[]): readonly FormGroup[] {
  const known = new Map(before.map((group) => [group.id, group]));
  return next.map((group) => {
    const was = known.get(group.id);
    if (was === undefined) return group;
    const rows = group.rows.map((row, index) => {
      const old = was.rows[index];
      return old !== undefined && alike(old, row) ? old : row;
    });
    const all = rows.length === was.rows.length && rows.every((row, index) => row === was.rows[index]);
    return all && group.title === was.title ? was : { ...group, rows };
  });
}

const alike = (one: FormRow, other: FormRow): boolean =>
  one.path === other.path &&
  one.declared === other.declared &&
  one.changed === other.changed &&
  one.shown === other.shown &&
  one.base?.shown === other.base?.shown &&
  sameValue(one.value, other.value) &&
  JSON.stringify(one.origin) === JSON.stringify(other.origin);
