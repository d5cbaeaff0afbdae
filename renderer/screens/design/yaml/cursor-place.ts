import type { Step } from './schema-walk.ts';

/** What is being written at the cursor. */
export interface CursorPlace {
  /** Way from the root of the document to the mapping or value. */
  readonly steps: readonly Step[];
  readonly writing: 'key' | 'value';
  /** Offset where the word that is being written begins. */
  readonly from: number;
  /** Keys that the mapping on this line has already. */
  readonly taken: readonly string[];
}

interface Line {
  readonly indent: number;
  readonly key: string | undefined;
  /** Indent of the dash, where the line begins an item of a list. */
  readonly dash: number | undefined;
  readonly rest: string;
}

/** Where the cursor stands, read from indentation alone, so that it is known while the text is broken. */
export function cursorPlace(text: string, offset: number): CursorPlace | undefined {
  const before = text.slice(0, offset).split('\n');
  const current = before.at(-1) ?? '';
  if (/(^|\s)#/.test(current)) return undefined;
  const lines = text.split('\n').map(readLine);
  const at = before.length - 1;
  const line = readLine(current);
  const way = wayTo(lines, at, line);
  const flow = inFlow(current);
  if (flow !== undefined) {
    const owner = [...way, ...(line.key === undefined ? [] : [key(line.key)]), ...flow.keys.map(key)];
    return { steps: owner, writing: flow.writing, from: offset - flow.word.length, taken: flow.taken };
  }
  const value = /^\s*(?:- +)*[\w.-]+: +(\S*)$/.exec(current);
  if (value !== null && line.key !== undefined) {
    return {
      steps: [...way, key(line.key)],
      writing: 'value',
      from: offset - (value[1] ?? '').length,
      taken: [],
    };
  }
  const word = /^\s*(?:- +)*([\w.-]*)$/.exec(current);
  if (word === null) return undefined;
  return { steps: way, writing: 'key', from: offset - (word[1] ?? '').length, taken: [] };
}

const key = (name: string): Step => ({ kind: 'key', key: name });

function readLine(text: string): Line {
  const found = /^(\s*)((?:- +|-$)*)([\w.-]+(?=:(?:\s|$)))?(.*)$/.exec(text);
  const [, space = '', dashes = '', name, rest = ''] = found ?? [];
  const blank = /^\s*(#.*)?$/.test(text) && dashes === '';
  return {
    indent: blank && text.trim() !== '' ? Number.POSITIVE_INFINITY : space.length + dashes.length,
    key: name,
    dash: dashes === '' ? undefined : space.length,
    rest: blank && text.trim() === '' ? '' : rest,
  };
}

/** Keys and items around a line, from the root. */
function wayTo(lines: readonly Line[], at: number, line: Line): readonly Step[] {
  const steps: Step[] = [];
  let { indent } = line;
  if (line.dash !== undefined) {
    steps.unshift({ kind: 'item', use: namedAround(lines, at, line.indent) });
    indent = line.dash;
  }
  for (let above = at - 1; above >= 0 && indent > 0; above--) {
    const each = lines[above];
    if (each === undefined || each.indent === Number.POSITIVE_INFINITY || isBlank(each)) continue;
    const { dash } = each;
    // A list may stand as far left as its key.
    const outer =
      each.indent < indent || (steps[0]?.kind === 'item' && dash === undefined && each.indent === indent);
    if (each.key !== undefined && outer) {
      steps.unshift(key(each.key));
      indent = each.indent;
    }
    if (dash !== undefined && dash < indent && each.indent <= indent && (each.indent === indent || outer)) {
      steps.unshift({ kind: 'item', use: namedAround(lines, above, each.indent) });
      indent = dash;
    }
  }
  if (indent === 0 && steps[0]?.kind === 'item') {
    const owner = lines
      .slice(0, at)
      .findLast(
        ({ indent: left, key: name, dash }) => left === 0 && name !== undefined && dash === undefined,
      );
    if (owner?.key !== undefined) steps.unshift(key(owner.key));
  }
  return steps;
}

const isBlank = ({ key: name, dash, rest }: Line): boolean =>
  name === undefined && dash === undefined && rest.trim() === '';

/** What the item of a list to which a line belongs says that it uses. */
function namedAround(lines: readonly Line[], at: number, indent: number): string | undefined {
  const itself = (line: Line | undefined): string | undefined =>
    line?.key === 'use' && line.indent === indent ? /^:\s*(\S+)/.exec(line.rest)?.[1] : undefined;
  for (let index = at; index < lines.length; index++) {
    const line = lines[index];
    if (
      line === undefined ||
      (index > at && (line.dash !== undefined || (line.indent < indent && !isBlank(line))))
    )
      break;
    const use = itself(line);
    if (use !== undefined) return use;
  }
  return undefined;
}

/** Inside braces on one line, such as `{ value: 5, unit: ` */
function inFlow(text: string):
  | {
      readonly keys: readonly string[];
      readonly writing: 'key' | 'value';
      readonly word: string;
      readonly taken: readonly string[];
    }
  | undefined {
  const open: { readonly key: string | undefined; readonly taken: string[] }[] = [];
  let rest = '';
  for (const letter of text) {
    if (letter === '{') {
      open.push({ key: /([\w.-]+):\s*$/.exec(rest)?.[1], taken: [] });
      rest = '';
    } else if (letter === '}') {
      open.pop();
      rest = '';
    } else if (letter === ',') {
      const name = /^\s*([\w.-]+):/.exec(rest)?.[1];
      if (name !== undefined) open.at(-1)?.taken.push(name);
      rest = '';
    } else rest += letter;
  }
  const innermost = open.at(-1);
  if (innermost === undefined) return undefined;
  const keys = open.slice(1).flatMap(({ key: name }) => name ?? []);
  const value = /^\s*([\w.-]+):\s*(\S*)$/.exec(rest);
  if (value !== null) {
    return {
      keys: [...keys, value[1] ?? ''],
      writing: 'value',
      word: value[2] ?? '',
      taken: innermost.taken,
    };
  }
  const word = /^\s*([\w.-]*)$/.exec(rest);
  return word === null ? undefined : { keys, writing: 'key', word: word[1] ?? '', taken: innermost.taken };
}
