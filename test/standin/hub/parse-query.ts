/** A GraphQL document as far as the hub is asked: one query, with variables, arguments, aliases and fragments. */
export interface Selection {
  readonly field: string;
  readonly alias: string;
  readonly args: Readonly<Record<string, Value>>;
  /** Undefined for a leaf. */
  readonly inner: readonly Selection[] | undefined;
}
export type Value =
  | { readonly variable: string }
  | { readonly literal: string | number | boolean | null }
  | { readonly list: readonly Value[] }
  | { readonly object: Readonly<Record<string, Value>> };
export interface Query {
  /** Names of the variables, with their type as written and their default. */
  readonly variables: ReadonlyMap<string, { readonly type: string; readonly value: Value | undefined }>;
  readonly selections: readonly Selection[];
}

/** The document is not GraphQL, or more of it than the stand-in reads. */
export class SyntaxFault extends Error {}

/** A selection as written, before fragments are put in. */
type Raw = RawField | { readonly spread: string };
interface RawField extends Omit<Selection, 'inner'> {
  readonly inner: readonly Raw[] | undefined;
}
interface Reader {
  peek(): string;
  next(): string;
  take(token: string): void;
}

const token =
  /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|\.\.\.|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*|[{}()[\]:,!$=@]|#[^\n]*|[\s\ufeff]+|./gu;

export function parseQuery(text: string): Query {
  const reader = readerOf((text.match(token) ?? []).filter((part) => !/^[\s\ufeff,#]/.test(part)));
  const fragments = new Map<string, readonly Raw[]>();
  const operations: { variables: Query['variables']; raw: readonly Raw[] }[] = [];
  while (reader.peek() !== '') {
    if (reader.peek() === 'fragment') readFragment(reader, fragments);
    else operations.push(readOperation(reader));
  }
  const [only] = operations;
  if (only === undefined || operations.length > 1) throw new SyntaxFault('Must provide one operation.');
  return { variables: only.variables, selections: spreadIn(only.raw, fragments, 0) };
}

function readerOf(tokens: readonly string[]): Reader {
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const next = () => {
    at += 1;
    return tokens[at - 1] ?? '';
  };
  return {
    peek,
    next,
    take(wanted) {
      const found = next();
      if (found !== wanted) {
        throw new SyntaxFault(
          `Syntax Error: Expected "${wanted}", found ${found === '' ? '<EOF>' : `"${found}"`}.`,
        );
      }
    },
  };
}

function readFragment(reader: Reader, fragments: Map<string, readonly Raw[]>): void {
  reader.take('fragment');
  const name = readName(reader);
  reader.take('on');
  readName(reader);
  fragments.set(name, readSelections(reader));
}

function readOperation(reader: Reader): { variables: Query['variables']; raw: readonly Raw[] } {
  const variables = new Map<string, { type: string; value: Value | undefined }>();
  if (reader.peek() !== '{') {
    reader.take('query');
    if (/^\w/.test(reader.peek())) reader.next();
    if (reader.peek() === '(') readVariables(reader, variables);
  }
  return { variables, raw: readSelections(reader) };
}

function readVariables(reader: Reader, into: Map<string, { type: string; value: Value | undefined }>): void {
  reader.take('(');
  while (reader.peek() !== ')') {
    reader.take('$');
    const name = readName(reader);
    reader.take(':');
    let type = '';
    while (/^[\w[\]!]/.test(reader.peek())) type += reader.next();
    let value: Value | undefined;
    if (reader.peek() === '=') {
      reader.next();
      value = readValue(reader);
    }
    into.set(name, { type, value });
  }
  reader.take(')');
}

function readSelections(reader: Reader): readonly Raw[] {
  const found: Raw[] = [];
  reader.take('{');
  while (reader.peek() !== '}') {
    if (reader.peek() === '') throw new SyntaxFault('Syntax Error: Expected Name, found <EOF>.');
    if (reader.peek() === '...') found.push(...readSpread(reader));
    else found.push(readField(reader));
  }
  reader.take('}');
  if (found.length === 0) throw new SyntaxFault('Syntax Error: Expected Name, found "}".');
  return found;
}

function readSpread(reader: Reader): readonly Raw[] {
  reader.take('...');
  if (reader.peek() === 'on') {
    reader.next();
    readName(reader);
    return readSelections(reader);
  }
  return [{ spread: readName(reader) }];
}

function readField(reader: Reader): RawField {
  const first = readName(reader);
  let field = first;
  if (reader.peek() === ':') {
    reader.next();
    field = readName(reader);
  }
  const args = reader.peek() === '(' ? readPairs(reader, '(', ')') : {};
  const inner = reader.peek() === '{' ? readSelections(reader) : undefined;
  return { field, alias: first, args, inner };
}

function readPairs(reader: Reader, open: string, close: string): Record<string, Value> {
  const pairs: Record<string, Value> = {};
  reader.take(open);
  while (reader.peek() !== close) {
    const name = readName(reader);
    reader.take(':');
    pairs[name] = readValue(reader);
  }
  reader.take(close);
  return pairs;
}

function readValue(reader: Reader): Value {
  const found = reader.peek();
  if (found === '{') return { object: readPairs(reader, '{', '}') };
  reader.next();
  if (found === '$') return { variable: readName(reader) };
  if (found === '[') {
    const list: Value[] = [];
    while (reader.peek() !== ']') list.push(readValue(reader));
    reader.take(']');
    return { list };
  }
  if (found.startsWith('"""')) return { literal: found.slice(3, -3) };
  if (/^["\d-]/.test(found)) return { literal: JSON.parse(found) };
  if (found === 'true' || found === 'false' || found === 'null') return { literal: JSON.parse(found) };
  if (/^[_A-Za-z]/.test(found)) return { literal: found };
  throw new SyntaxFault(`Syntax Error: Unexpected ${found === '' ? '<EOF>' : `"${found}"`}.`);
}

function readName(reader: Reader): string {
  const name = reader.next();
  if (!/^[_A-Za-z]/.test(name)) throw new SyntaxFault(`Syntax Error: Expected Name, found "${name}".`);
  return name;
}

function spreadIn(
  raw: readonly Raw[],
  fragments: ReadonlyMap<string, readonly Raw[]>,
  depth: number,
): Selection[] {
  if (depth > 20) throw new SyntaxFault('Cannot spread a fragment within itself.');
  return raw.flatMap((part) => {
    if (!('spread' in part)) {
      return [{ ...part, inner: part.inner && spreadIn(part.inner, fragments, depth + 1) }];
    }
    const fragment = fragments.get(part.spread);
    if (fragment === undefined) throw new SyntaxFault(`Unknown fragment "${part.spread}".`);
    return spreadIn(fragment, fragments, depth + 1);
  });
}
