/** One value of a structured clone; others by their position in the list. */
interface CloneNode {
  readonly tag: string;
  readonly text?: string;
  readonly plain?: string | boolean | null;
  readonly items?: readonly number[];
  readonly pairs?: readonly (readonly [number, number])[];
  readonly fields?: readonly (readonly [string, number])[];
  readonly bytes?: readonly number[];
}

/**
 * The structured clone of a value as text, since the devtools protocol carries nothing else between a page and Node: dates,
 * maps, sets, typed arrays, errors, undefined, NaN, -0 and cycles survive. Throws a DataCloneError for a function, as
 * Electron does. Stands alone, so that its source can be evaluated in a page.
 */
export function toCloneText(value: unknown): string {
  const nodes: CloneNode[] = [];
  const known = new Map<unknown, number>();

  const bytesOf = (buffer: ArrayBufferLike) => [...new Uint8Array(buffer)];
  const describe = (each: unknown): CloneNode => {
    if (each === undefined) return { tag: 'undefined' };
    if (each === null || typeof each === 'string' || typeof each === 'boolean')
      return { tag: 'plain', plain: each };
    if (typeof each === 'bigint') return { tag: 'bigint', text: String(each) };
    if (typeof each === 'number') return { tag: 'number', text: Object.is(each, -0) ? '-0' : String(each) };
    if (each instanceof Date) return { tag: 'date', text: String(each.getTime()) };
    if (each instanceof Error) return { tag: 'error', text: each.message };
    if (each instanceof Set) return { tag: 'set', items: [...each].map(add) };
    if (Array.isArray(each)) return { tag: 'list', items: each.map(add) };
    if (each instanceof Map)
      return { tag: 'map', pairs: [...each].map(([key, item]) => [add(key), add(item)]) };
    if (each instanceof ArrayBuffer) return { tag: 'buffer', bytes: bytesOf(each) };
    if (ArrayBuffer.isView(each)) {
      const bytes = bytesOf(each.buffer).slice(each.byteOffset, each.byteOffset + each.byteLength);
      return { tag: 'view', text: each.constructor.name, bytes };
    }
    return { tag: 'object', fields: Object.entries(Object(each)).map(([key, item]) => [key, add(item)]) };
  };
  const add = (each: unknown): number => {
    const before = known.get(each);
    if (before !== undefined) return before;
    const index = nodes.push({ tag: 'undefined' }) - 1;
    if (typeof each === 'object' && each !== null) known.set(each, index);
    nodes[index] = describe(each);
    return index;
  };

  add(structuredClone(value));
  return JSON.stringify(nodes);
}

/** The value that `toCloneText` was given. Stands alone too. */
export function fromCloneText(text: string): unknown {
  // Written by the function above: this is the boundary.
  const nodes = JSON.parse(text) as readonly CloneNode[];
  const made = new Map<number, unknown>();
  const views = new Map<string, new (buffer: ArrayBuffer) => ArrayBufferView>();
  for (const View of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array])
    views.set(View.name, View);
  for (const View of [Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView])
    views.set(View.name, View);

  /** Lists and their like are kept before they are filled, since they may hold themselves. */
  const container = (index: number, { tag, items = [], pairs = [], fields = [] }: CloneNode): unknown => {
    const list: unknown[] = [];
    const set = new Set<unknown>();
    const map = new Map<unknown, unknown>();
    const object: Record<string, unknown> = {};
    const container = { list, set, map }[tag] ?? object;
    made.set(index, container);
    for (const item of items) tag === 'set' ? set.add(make(item)) : list.push(make(item));
    for (const [key, item] of pairs) map.set(make(key), make(item));
    for (const [key, item] of fields) object[key] = make(item);
    return container;
  };
  const single = ({ tag, text = '', plain, bytes = [] }: CloneNode): unknown => {
    if (tag === 'plain') return plain;
    if (tag === 'bigint') return BigInt(text);
    if (tag === 'number') return Number(text);
    if (tag === 'date') return new Date(Number(text));
    if (tag === 'error') return new Error(text);
    const { buffer } = Uint8Array.from(bytes);
    const View = views.get(text);
    return View === undefined ? buffer : new View(buffer);
  };
  const make = (index: number): unknown => {
    const node = nodes[index];
    if (made.has(index) || node === undefined || node.tag === 'undefined') return made.get(index);
    if (['list', 'set', 'map', 'object'].includes(node.tag)) return container(index, node);
    const value = single(node);
    made.set(index, value);
    return value;
  };
  return make(0);
}
