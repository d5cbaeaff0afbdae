import type { Mechanism, TableName } from '../contract/mechanism.ts';

type Declared = Pick<Mechanism, 'id' | 'slot' | 'needs' | 'writes'>;

/** A mechanism that needs agents which nobody in the scenario brings in. */
export interface MissingTable {
  readonly mechanism: string;
  readonly table: TableName;
  /** Mechanisms that would bring them in. */
  readonly broughtBy: readonly string[];
}

/** What the mechanisms of a scenario need and do not have; `known` are all mechanisms there are. */
export function missingTables(
  used: readonly Declared[],
  known: readonly Declared[],
): readonly MissingTable[] {
  const brings = ({ slot, writes }: Declared, table: TableName): boolean =>
    slot === 'agents' && writes.some((path) => path.startsWith(`${table}.`));
  return used.flatMap(({ id, needs = [] }) =>
    needs
      .filter((table) => !used.some((each) => brings(each, table)))
      .map((table) => ({
        mechanism: id,
        table,
        broughtBy: known.filter((each) => brings(each, table)).map((each) => each.id),
      })),
  );
}
