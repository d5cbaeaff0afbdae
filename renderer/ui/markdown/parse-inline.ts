/** A piece of running text. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly inlines: readonly Inline[] }
  /** To the web. */
  | { readonly kind: 'link'; readonly url: string; readonly inlines: readonly Inline[] }
  /** To anything else, such as a file beside the text: no link, unless whoever shows it knows the place. */
  | { readonly kind: 'reference'; readonly url: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string };

/** Something that starts at a place in a text, and where it ends. */
interface Found {
  readonly inline: Inline;
  readonly end: number;
}

/** Deeper than this, markup stays as it is written: nobody writes so, but a file from elsewhere might. */
const deepest = 6;

/** Longest text and address of a link, so that a file of brackets cannot keep the page busy. */
const longestLink = 500;

/** Text of a paragraph, heading or cell as inlines. Markup that is not understood stays as it is written. */
export const parseInline = (text: string): Inline[] => parse(text, 0);

function parse(text: string, depth: number): Inline[] {
  if (depth > deepest) return [{ kind: 'text', text }];
  const inner = (from: number, to: number) => parse(text.slice(from, to), depth + 1);
  const closers = createClosers(text);
  const inlines: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = inlineAt(text, at, closers, inner);
    if (found === undefined) {
      // A run of one sign that opens nothing is passed as a whole.
      const run = signRun.exec(text.slice(at, at + 1)) === null ? 1 : runLength(text, at);
      plain += text.slice(at, at + run);
      at += run;
      continue;
    }
    if (plain !== '') inlines.push({ kind: 'text', text: plain });
    plain = '';
    inlines.push(found.inline);
    at = found.end;
  }
  if (plain !== '') inlines.push({ kind: 'text', text: plain });
  return inlines;
}

const signRun = /[`*]/;
const escapable = /[\\`*_[\]()#+.!|<>~-]/;
const bareUrl = /https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"*_]/y;
const bracketedUrl = /<(https?:\/\/[^>\s]{1,500})>/y;

function inlineAt(
  text: string,
  at: number,
  closers: Closers,
  inner: (from: number, to: number) => Inline[],
): Found | undefined {
  switch (text.charAt(at)) {
    case '\\': {
      const sign = text.charAt(at + 1);
      return escapable.test(sign) ? { inline: { kind: 'text', text: sign }, end: at + 2 } : undefined;
    }
    case '`':
      return codeAt(text, at, closers);
    case '*': {
      const strong = text.startsWith('**', at);
      const mark = strong ? '**' : '*';
      return emphasisAt(text, at, mark, strong ? 'strong' : 'emphasis', closers, inner);
    }
    case '_': {
      const insideWord = /\w/.test(text.charAt(at - 1));
      return insideWord ? undefined : emphasisAt(text, at, '_', 'emphasis', closers, inner);
    }
    case '!': {
      const image = text.charAt(at + 1) === '[' ? linkAt(text, at + 1, inner) : undefined;
      return (
        image && { inline: { kind: 'image', url: image.url, alt: plainText(image.label) }, end: image.end }
      );
    }
    case '[': {
      const link = linkAt(text, at, inner);
      return link && { inline: link.inline, end: link.end };
    }
    case '<':
      return urlAt(bracketedUrl, text, at);
    case 'h':
      return /\w/.test(text.charAt(at - 1)) ? undefined : urlAt(bareUrl, text, at);
    default:
      return undefined;
  }
}

function codeAt(text: string, at: number, closers: Closers): Found | undefined {
  const run = runLength(text, at);
  const close = closers.find('`'.repeat(run), at + run);
  if (close === undefined) return undefined;
  const code = text.slice(at + run, close).replace(/^ ([\s\S]*) $/, '$1');
  return { inline: { kind: 'code', text: code }, end: close + run };
}

function emphasisAt(
  text: string,
  at: number,
  mark: string,
  kind: 'strong' | 'emphasis',
  closers: Closers,
  inner: (from: number, to: number) => Inline[],
): Found | undefined {
  const from = at + mark.length;
  if (/^\s?$/.test(text.charAt(from))) return undefined;
  const close = closers.find(mark, from + 1);
  if (close === undefined || /\s/.test(text.charAt(close - 1))) return undefined;
  if (mark === '_' && /\w/.test(text.charAt(close + 1))) return undefined;
  return { inline: { kind, inlines: inner(from, close) }, end: close + mark.length };
}

interface Link extends Found {
  readonly url: string;
  readonly label: string;
}

function linkAt(text: string, at: number, inner: (from: number, to: number) => Inline[]): Link | undefined {
  const close = closingBracket(text, at, '[', ']');
  if (close === undefined || text.charAt(close + 1) !== '(') return undefined;
  const end = closingBracket(text, close + 1, '(', ')');
  if (end === undefined) return undefined;
  const [url = ''] = text.slice(close + 2, end).split(' ');
  const label = text.slice(at + 1, close);
  return { inline: linkTo(url, inner(at + 1, close)), end: end + 1, url, label };
}

function closingBracket(text: string, at: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let index = at; index < Math.min(text.length, at + longestLink); index += 1) {
    const sign = text.charAt(index);
    if (sign === open) depth += 1;
    else if (sign === close) depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}

function urlAt(pattern: RegExp, text: string, at: number): Found | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const url = match[1] ?? match[0];
  return { inline: linkTo(url, [{ kind: 'text', text: url }]), end: pattern.lastIndex };
}

/** Only addresses of the web become links: of anything else (`javascript:`, files beside the readme) only the words are certain. */
const linkTo = (url: string, inlines: readonly Inline[]): Inline => ({
  kind: /^https?:\/\//i.test(url) ? 'link' : 'reference',
  url,
  inlines,
});

/** Text without the signs that keep others from being markup. */
const plainText = (text: string): string => text.replace(/\\([\\`*_[\]])/g, '$1');

/** How often the sign at a place is repeated. */
function runLength(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === text.charAt(at)) end += 1;
  return end - at;
}

/** Finds marks that close; remembers which there are none of, so that no text is searched again and again. */
interface Closers {
  find(mark: string, from: number): number | undefined;
}

function createClosers(text: string): Closers {
  const absent = new Set<string>();
  return {
    find(mark, from) {
      if (absent.has(mark)) return undefined;
      const sign = mark.charAt(0);
      let at = text.indexOf(mark, from);
      while (at !== -1) {
        const run = sign === '_' ? 1 : runLength(text, at);
        if (run === mark.length || (sign === '*' && run === 3)) return run === 3 ? at + 3 - mark.length : at;
        at = text.indexOf(mark, at + run);
      }
      absent.add(mark);
      return undefined;
    },
  };
}
