import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from '../contract/errors.ts';
import type { Entry, Field } from './entry.ts';
import { limits } from './limits.ts';
import { yamlTooBig } from './yaml-too-big.ts';

export type YamlRead =
  | { readonly ok: true; readonly root: Entry }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** YAML text to entries with places. Refuses what only an attack or an accident would hold; never throws. */
export function readYaml(file: string, text: string): YamlRead {
  const lines = new LineCounter();
  const whereOf = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const tooBig = yamlTooBig(text);
  if (tooBig !== undefined) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
    return { ok: false, problems: [{ ...tooBig.problem, where: whereOf(tooBig.offset) }] };
  }
  // The library compares each key with every other; `EntryReader` finds twins with a map instead. Its pretty errors quote
  // the text with a regular expression that long lines blow up.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: true,
  });
  const faults = [...document.errors, ...document.warnings].slice(0, limits.problems).map(
    (fault): Problem => ({
      ...(fault.code === 'RESOURCE_EXHAUSTION'
        ? tooDeep
        : {
            code: 'yaml.syntax',
            message: `This is not YAML: ${shortened(fault.message)}.`.replace('..', '.'),
          }),
      where: whereOf(fault.pos[0]),
    }),
  );
  if (faults.length > 0) return { ok: false, problems: faults };
  return new EntryReader(document, whereOf).read();
}

/** Longest text that a message repeats of what is written. */
const longest = 160;

/** The first line of what the library says. It quotes a runaway token whole: after an unclosed quote, the rest of the file. */
function shortened(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const tooDeep: Problem = {
  code: 'yaml.too-deep',
  message: `Lists and mappings stand inside each other more than ${limits.yamlDepth} deep.`,
  hint: 'A scenario needs about ten levels.',
};

/** Follows the tree of one document, with a budget, because a few references can stand for billions of values. */
class EntryReader {
  readonly #problems: Problem[] = [];
  readonly #open = new Set<Node>();
  #entries = 0;
  #aliases = 0;
  readonly #document: Document;
  readonly #whereOf: (offset: number) => string;

  constructor(document: Document, whereOf: (offset: number) => string) {
    this.#document = document;
    this.#whereOf = whereOf;
  }

  read(): YamlRead {
    const root = this.#entry(this.#document.contents, 0, this.#whereOf(0));
    return this.#problems.length > 0 ? { ok: false, problems: this.#problems } : { ok: true, root };
  }

  #entry(node: unknown, depth: number, parentWhere: string): Entry {
    const where = placeOf(node, this.#whereOf) ?? parentWhere;
    const nothing: Entry = { kind: 'scalar', value: null, text: '', where };
    if (this.#problems.length >= limits.problems || this.#spent(where)) return nothing;
    if (depth > limits.yamlDepth) return this.#refuse({ ...tooDeep, where }, nothing);
    if (isAlias(node)) return this.#alias(node.source, node.resolve(this.#document), depth, where, nothing);
    if (isMap(node) || isSeq(node)) {
      this.#open.add(node);
      const entry: Entry = isMap(node)
        ? { kind: 'mapping', where, fields: this.#fields(node.items, depth, where) }
        : { kind: 'list', where, items: node.items.map((item) => this.#entry(item, depth + 1, where)) };
      this.#open.delete(node);
      return entry;
    }
    if (!isScalar(node)) return nothing;
    const { value } = node;
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      return { kind: 'scalar', value, text: node.source ?? String(value), where };
    }
    const message = 'This value has a YAML type that scenarios do not use.';
    return this.#refuse(
      { code: 'yaml.type', message, hint: 'Write text, a number, a list or a mapping.', where },
      nothing,
    );
  }

  #fields(
    pairs: readonly { key: unknown; value: unknown }[],
    depth: number,
    parentWhere: string,
  ): Map<string, Field> {
    const fields = new Map<string, Field>();
    for (const pair of pairs) {
      const where = placeOf(pair.key, this.#whereOf) ?? parentWhere;
      const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
      const twin = fields.get(key);
      if (twin === undefined) fields.set(key, { where, value: this.#entry(pair.value, depth + 1, where) });
      else {
        const message = `The key "${key.slice(0, 60)}" stands twice in the same mapping.`;
        this.#problems.push({
          code: 'yaml.duplicate-key',
          message,
          hint: `It stands first at ${twin.where}. Keep one.`,
          where,
        });
      }
      if (this.#problems.length >= limits.problems) break;
    }
    return fields;
  }

  #alias(name: string, target: Node | undefined, depth: number, where: string, nothing: Entry): Entry {
    const shown = shortened(name);
    if (target === undefined) {
      const message = `The reference *${shown} names nothing: no &${shown} stands before it.`;
      return this.#refuse({ code: 'yaml.unknown-reference', message, where }, nothing);
    }
    if (this.#open.has(target)) {
      const message = `The reference *${shown} stands inside what it refers to, so it would never end.`;
      return this.#refuse({ code: 'yaml.cyclic', message, hint: 'Write the value out.', where }, nothing);
    }
    this.#aliases++;
    return this.#entry(target, depth, where);
  }

  #spent(where: string): boolean {
    this.#entries++;
    if (this.#entries <= limits.yamlEntries && this.#aliases <= limits.yamlAliases) return false;
    const message =
      this.#aliases > limits.yamlAliases
        ? `The text holds more than ${limits.yamlAliases} references (*name).`
        : `The text stands for more than ${limits.yamlEntries} values.`;
    if (!this.#problems.some((problem) => problem.code === 'yaml.too-many')) {
      this.#problems.push({
        code: 'yaml.too-many',
        message,
        hint: 'Write the values out, or put them in a data file.',
        where,
      });
    }
    return true;
  }

  #refuse(problem: Problem, nothing: Entry): Entry {
    this.#problems.push(problem);
    return nothing;
  }
}

function placeOf(node: unknown, whereOf: (offset: number) => string): string | undefined {
  const range = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return range == null ? undefined : whereOf(range[0]);
}
