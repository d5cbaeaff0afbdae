import type { Query, Selection, Value } from './parse-query.ts';
import { columns, filterKeys, queryArguments, types } from './schema.ts';

/** What the hub says to a query that does not fit its schema; empty where it does. Wording is GraphQL's. */
export function queryFaults(query: Query): readonly string[] {
  const faults = fieldFaults(query.selections, 'Query');
  for (const selection of query.selections) faults.push(...argumentFaults(selection));
  const used = new Set(query.selections.flatMap(({ args }) => Object.values(args).flatMap(variablesIn)));
  for (const name of used) if (!query.variables.has(name)) faults.push(`Variable "$${name}" is not defined.`);
  for (const name of query.variables.keys())
    if (!used.has(name)) faults.push(`Variable "$${name}" is never used.`);
  if (depthOf(query.selections) > 6) faults.push("'' exceeds maximum operation depth of 5");
  return faults;
}

function fieldFaults(selections: readonly Selection[], type: string): string[] {
  return selections.flatMap(({ field, inner }) => {
    if (field === '__typename') return [];
    const holds = types[type]?.[field];
    if (holds === undefined) return [`Cannot query field "${field}" on type "${type}".`];
    if (holds === 'leaf') {
      return inner === undefined
        ? []
        : [`Field "${field}" must not have a selection since it has no subfields.`];
    }
    if (inner === undefined) {
      return [
        `Field "${field}" of type "${holds}" must have a selection of subfields. Did you mean "${field} { ... }"?`,
      ];
    }
    return fieldFaults(inner, holds);
  });
}

function argumentFaults({ field, args }: Selection): string[] {
  const known = queryArguments[field] ?? [];
  const names = known.map((name) => name.replace('!', ''));
  const faults = Object.keys(args)
    .filter((name) => !names.includes(name))
    .map((name) => `Unknown argument "${name}" on field "Query.${field}".`);
  for (const name of known.filter((one) => one.endsWith('!'))) {
    if (!(name.slice(0, -1) in args)) {
      faults.push(
        `Field "${field}" argument "${name.slice(0, -1)}" of type "String!" is required, but it was not provided.`,
      );
    }
  }
  const { where } = args;
  if (where !== undefined && 'object' in where)
    faults.push(...filterFaults(field, Object.keys(where.object)));
  return faults;
}

/** Faults of the keys of `where`, for a list of the hub. */
export function filterFaults(list: string, keys: readonly string[]): string[] {
  if (columns[list] === undefined) return [];
  const allowed = filterKeys(list);
  const name =
    { proposals: 'ProposalWhere', votes: 'VoteWhere', aliases: 'AliasWhere' }[list] ?? 'MessageWhere';
  return keys
    .filter((key) => !allowed.has(key))
    .map((key) => `Field "${key}" is not defined by type "${name}".`);
}

function variablesIn(value: Value): readonly string[] {
  if ('variable' in value) return [value.variable];
  if ('list' in value) return value.list.flatMap(variablesIn);
  return 'object' in value ? Object.values(value.object).flatMap(variablesIn) : [];
}

function depthOf(selections: readonly Selection[]): number {
  return 1 + Math.max(...selections.map(({ inner }) => (inner === undefined ? 0 : depthOf(inner))));
}
