/** A piece of a YAML text as plain data that knows where it stands. Aliases are already followed. */
export type Entry = Scalar | List | Mapping;

interface Placed {
  /** `file:line:column`, lines and columns from 1. */
  readonly where: string;
}

export interface Scalar extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As it was written, without quotes. */
  readonly text: string;
}

export interface List extends Placed {
  readonly kind: 'list';
  readonly items: readonly Entry[];
}

export interface Mapping extends Placed {
  readonly kind: 'mapping';
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Field extends Placed {
  readonly value: Entry;
}

/** What a person would call an entry, for messages: `the text "abc"`, `a list`. */
export function described(entry: Entry): string {
  if (entry.kind === 'list') return 'a list';
  if (entry.kind === 'mapping') return 'a mapping';
  if (entry.value === null) return 'empty';
  return typeof entry.value === 'string' ? `the text ${quoted(entry.value)}` : `${entry.value}`;
}

const longest = 60;

/** Text in quotes, cut where it is long, so that no message is longer than the file it is about. */
export function quoted(text: string): string {
  return `"${text.length > longest ? `${text.slice(0, longest)}…` : text}"`;
}
