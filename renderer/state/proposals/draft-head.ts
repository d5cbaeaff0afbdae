/**
 * The head of a draft: lines `key: value` between two lines of `---` above its text. The studio's own process reads it as YAML; this
 * is as much of it as forms need, so that what a form says stands in the file, where the command line finds it too.
 */
export interface DraftHead {
  /** Without the two lines of `---`. */
  readonly lines: readonly string[];
  /** Lines of the file that it takes; 0 where there is none. */
  readonly count: number;
}

export function draftHead(text: string): DraftHead {
  const lines = text.split('\n');
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && line.trim() === '---') : -1;
  return end < 0 ? { lines: [], count: 0 } : { lines: lines.slice(1, end), count: end + 1 };
}

/** Line of the text on which a key stands, from 1; undefined where it stands nowhere. */
export function headLine({ lines }: DraftHead, key: string): number | undefined {
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  return at < 0 ? undefined : at + 2;
}

/** One value; empty where there is none. */
export const headValue = (head: DraftHead, key: string): string => unquoted(written(head, key));

/** Several values: in brackets, as lines that begin with a dash, or with commas between them; undefined where the key says nothing. */
export function headList(head: DraftHead, key: string): readonly string[] | undefined {
  const value = written(head, key);
  if (value.startsWith('[')) return split(value.slice(1).replace(/\]\s*$/, ''));
  if (value !== '') return split(value);
  const dashed = belowKey(head, key).map((line) => unquoted(line.replace(/^\s*-\s*/, '')));
  return dashed.length === 0 ? undefined : dashed;
}

/** The text with another value in its head; an empty one takes the key away, and a head without keys goes too. */
export function withHead(text: string, key: string, value: string | readonly string[]): string {
  const head = draftHead(text);
  const rest = text.split('\n').slice(head.count);
  const at = (headLine(head, key) ?? head.lines.length + 2) - 2;
  const after = at + (at < head.lines.length ? 1 + belowKey(head, key).length : 0);
  const line = typeof value === 'string' ? quoted(value) : `[${value.map(quotedInList).join(', ')}]`;
  const next = [
    ...head.lines.slice(0, at),
    ...(value.length === 0 ? [] : [`${key}: ${line}`]),
    ...head.lines.slice(after),
  ];
  if (next.length === 0) return head.count === 0 ? text : rest.join('\n').replace(/^\n+/, '');
  const gap = head.count === 0 && rest[0]?.trim() !== '' ? [''] : [];
  return ['---', ...next, '---', ...gap, ...rest].join('\n');
}

/** What stands behind a key, as it is written. */
function written(head: DraftHead, key: string): string {
  const line = head.lines[(headLine(head, key) ?? 0) - 2] ?? '';
  const value = line.slice(key.length + 1).trim();
  return /^["'[]/.test(value) ? value : value.replace(/\s#.*$/, '');
}

/** Lines of a list that follow their key. */
function belowKey(head: DraftHead, key: string): readonly string[] {
  const at = headLine(head, key);
  if (at === undefined) return [];
  const below = head.lines.slice(at - 1);
  const end = below.findIndex((line) => !/^\s*-(\s|$)/.test(line));
  return end < 0 ? below : below.slice(0, end);
}

/** Values between commas, where commas in quotes are part of a value. */
const split = (line: string): readonly string[] =>
  line.trim() === ''
    ? []
    : (line.match(/("(?:\\.|[^"\\])*"|'[^']*'|[^,"'])+|(?<=,)(?=,|$)/g) ?? []).map(unquoted);

function unquoted(value: string): string {
  const text = value.trim();
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1)
    return text.slice(1, -1).replaceAll("''", "'");
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

const isPlain = (value: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}_./@%+=~?&:(); -]*$/u.test(value) && !/:(\s|$)|\s$/.test(value);

const quoted = (value: string): string =>
  isPlain(value) || /^[\p{L}\p{N}][^:#"'\s]*(:\/\/[^\s"']+)?$/u.test(value) ? value : JSON.stringify(value);
const quotedInList = (value: string): string => (isPlain(value) ? value : JSON.stringify(value));
