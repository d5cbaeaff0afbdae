import { isText, type Json, type JsonObject } from '../json.ts';
import { checksummed, isAddress } from '../protocol/address.ts';
import { columns } from './schema.ts';

/** The hub's answer to a question that it understands and cannot carry out. */
export class HubFault extends Error {}

/** Arguments of a list, as they came. */
export interface ListArguments {
  readonly first?: Json;
  readonly skip?: Json;
  readonly where?: Json;
  readonly orderBy?: Json;
  readonly orderDirection?: Json;
}

/** What `where` asks of one row, by the columns of `list`. Texts are compared without case, as the database does. */
export function matches(list: string, row: JsonObject, where: JsonObject): boolean {
  return Object.entries(columns[list] ?? {}).every(([name, column]) => {
    const as = (value: Json | undefined) => (column === 'address' ? formatted(value, name) : folded(value));
    const own = column === 'address' ? row[name] : folded(row[name]);
    const [is, among] = [where[name], where[`${name}_in`]];
    const [not, noneOf] = [where[`${name}_not`], where[`${name}_not_in`]];
    if (is !== undefined && is !== null && own !== as(is)) return false;
    if (Array.isArray(among) && !among.some((value) => own === as(value))) return false;
    if (not !== undefined && not !== null && own === as(not)) return false;
    if (Array.isArray(noneOf) && (noneOf.length === 0 || noneOf.some((value) => own === as(value))))
      return false;
    return column !== 'number' || inRange(Number(own), name, where);
  });
}

/** A bound of zero is no bound: the hub takes it for one that is not set. */
function inRange(value: number, name: string, where: JsonObject): boolean {
  const bound = (suffix: string): number | undefined => Number(where[`${name}${suffix}`] ?? 0) || undefined;
  const [above, from, below, to] = ['_gt', '_gte', '_lt', '_lte'].map(bound);
  return (
    (above === undefined || value > above) &&
    (from === undefined || value >= from) &&
    (below === undefined || value < below) &&
    (to === undefined || value <= to)
  );
}

const folded = (value: Json | undefined): Json | undefined => (isText(value) ? value.toLowerCase() : value);

function formatted(value: Json | undefined, name: string): string {
  if (!isAddress(value)) throw new HubFault(`Invalid addresses in ${name}`);
  return checksummed(value);
}

/** Orders rows and cuts out the part that was asked for; the newest first, unless something else is. */
export function part<Row extends JsonObject>(
  rows: readonly Row[],
  { first, skip, orderBy, orderDirection }: ListArguments,
  allowed: readonly [string, ...string[]],
): readonly Row[] {
  const [count, from] = [bounded('first', first ?? 20, 1000), bounded('skip', skip ?? 0, 5000)];
  const key = isText(orderBy) && allowed.includes(orderBy) ? orderBy : allowed[0];
  const sign = orderDirection === 'asc' ? 1 : -1;
  const ordered = [...rows].sort(
    (a, b) => sign * (Number(a[key]) - Number(b[key])) || (String(a.id) < String(b.id) ? -1 : 1),
  );
  return ordered.slice(from, from + count);
}

function bounded(name: string, value: Json, limit: number): number {
  const count = Number(value);
  if (count > limit) throw new HubFault(`The \`${name}\` argument must not be greater than ${limit}`);
  if (count < 0) throw new HubFault(`The \`${name}\` argument must be positive`);
  return count;
}
