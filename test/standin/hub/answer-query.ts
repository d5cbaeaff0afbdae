import { isObject, isText, type Json, type JsonObject } from '../json.ts';
import { jsonReply, type Reply } from '../reply.ts';
import type { World } from '../world.ts';
import { filterFaults, queryFaults } from './check-query.ts';
import { HubFault } from './filter-rows.ts';
import { parseQuery, type Query, type Selection, SyntaxFault, type Value } from './parse-query.ts';
import { resolve } from './resolve.ts';

/** Answers a GraphQL request as the hub does: 400 and `errors` for a query that is not one of its schema, else 200. */
export function answerQuery(body: unknown, world: World): Reply {
  if (!isObject(body) || !isText(body.query)) return failed(['Must provide query string.']);
  try {
    const query = parseQuery(body.query);
    const faults = queryFaults(query);
    if (faults.length > 0) return failed(faults);
    const given = isObject(body.variables) ? body.variables : {};
    const variables = variablesOf(query, given);
    const where = query.selections.flatMap(({ field, args }) => whereFaults(field, args.where, variables));
    return where.length > 0 ? failed(where) : carriedOut(query, variables, world);
  } catch (thrown) {
    if (thrown instanceof SyntaxFault) return failed([thrown.message]);
    throw thrown;
  }
}

const failed = (messages: readonly string[]): Reply =>
  jsonReply({ errors: messages.map((message) => ({ message })) }, 400);

function variablesOf({ variables }: Query, given: JsonObject): JsonObject {
  const values: Record<string, Json | undefined> = {};
  for (const [name, { type, value }] of variables) {
    values[name] = given[name] ?? (value === undefined ? undefined : valueIn(value, {}));
    if (type.endsWith('!') && (values[name] ?? null) === null) {
      throw new SyntaxFault(`Variable "$${name}" of required type "${type}" was not provided.`);
    }
  }
  return values;
}

function whereFaults(field: string, where: Value | undefined, variables: JsonObject): readonly string[] {
  const value = where === undefined ? undefined : valueIn(where, variables);
  return isObject(value) ? filterFaults(field, Object.keys(value)) : [];
}

function carriedOut(query: Query, variables: JsonObject, world: World): Reply {
  const data: Record<string, unknown> = {};
  const errors: { message: string; path: readonly string[] }[] = [];
  for (const selection of query.selections) {
    const { alias, field, args } = selection;
    try {
      const values = Object.entries(args).map(([name, value]) => [name, valueIn(value, variables)]);
      data[alias] = pick(resolve(field, Object.fromEntries(values), world), selection);
    } catch (thrown) {
      if (!(thrown instanceof HubFault)) throw thrown;
      data[alias] = null;
      errors.push({ message: thrown.message, path: [alias] });
    }
  }
  return jsonReply(errors.length > 0 ? { errors, data } : { data });
}

function valueIn(value: Value, variables: JsonObject): Json | undefined {
  if ('literal' in value) return value.literal;
  if ('variable' in value) return variables[value.variable];
  if ('list' in value) return value.list.map((item) => valueIn(item, variables) ?? null);
  return Object.fromEntries(
    Object.entries(value.object).map(([name, item]) => [name, valueIn(item, variables)]),
  );
}

/** The fields that were asked for, in the order they were. */
function pick(value: unknown, { inner }: Selection): unknown {
  if (inner === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((item) => pick(item, { inner, field: '', alias: '', args: {} }));
  if (typeof value !== 'object' || value === null) return null;
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  return Object.fromEntries(
    inner.map((selection) => [selection.alias, pick(fields.get(selection.field), selection)]),
  );
}
