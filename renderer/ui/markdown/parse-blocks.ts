/** A part of a document; `text` is still to be parsed by `parseInline`. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' };

export interface Cell {
  readonly text: string;
  readonly align: 'left' | 'right' | 'center';
}

const fence = /^ {0,3}(```+|~~~+)/;
const heading = /^ {0,3}(#{1,6})\s+(.*)$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const item = /^( {0,3})([-*+]|\d{1,9}[.)])(\s+|$)/;
const quote = /^ {0,3}> ?/;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Markdown as blocks: headings, paragraphs, lists, tables, code, quotes. HTML is not understood and stays text. */
export function parseBlocks(markdown: string): Block[] {
  return parse(withoutComments(markdown).split(/\r\n?|\n/), 0);
}

/** Deeper than this, lists and quotes stay text: nobody writes so, but a file from elsewhere might. */
const deepest = 12;

function parse(lines: readonly string[], depth: number): Block[] {
  if (depth > deepest) return [{ kind: 'paragraph', text: lines.join(' ') }];
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] = blockAt(lines, at, line, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

type Parsed = readonly [block: Block, next: number];

function blockAt(lines: readonly string[], at: number, line: string, depth: number): Parsed {
  if (fence.test(line)) return codeAt(lines, at, line);
  const title = heading.exec(line);
  if (title !== null) return [headingOf(title), at + 1];
  if (rule.test(line)) return [{ kind: 'rule' }, at + 1];
  if (quote.test(line)) return quoteAt(lines, at, depth);
  if (item.test(line)) return listAt(lines, at, line, depth);
  if (line.includes('|') && delimiterRow.test(lines[at + 1] ?? '')) return tableAt(lines, at, line);
  return paragraphAt(lines, at);
}

/** `## Two ##` is the heading "Two". */
function headingOf([, signs = '#', rest = '']: RegExpExecArray): Block {
  const text = rest.trimEnd();
  let end = text.length;
  while (text.charAt(end - 1) === '#') end -= 1;
  return { kind: 'heading', level: signs.length, text: text.slice(0, end).trimEnd() };
}

function withoutComments(markdown: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = markdown.indexOf('<!--', from);
    const end = start === -1 ? -1 : markdown.indexOf('-->', start);
    if (end === -1) return kept + markdown.slice(from);
    kept += markdown.slice(from, start);
    from = end + 3;
  }
}

function codeAt(lines: readonly string[], at: number, line: string): Parsed {
  const mark = fence.exec(line)?.[1] ?? '```';
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(mark)) end += 1;
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function quoteAt(lines: readonly string[], at: number, depth: number): Parsed {
  let end = at;
  while (end < lines.length && quote.test(lines[end] ?? '')) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(quote, ''));
  return [{ kind: 'quote', blocks: parse(inner, depth + 1) }, end];
}

/** An item goes on while lines are indented below it, or, without a blank line between, simply go on. */
function listAt(lines: readonly string[], at: number, line: string, depth: number): Parsed {
  const ordered = /\d/.test(item.exec(line)?.[2] ?? '');
  const items: Block[][] = [];
  let next = at;
  while (next < lines.length) {
    const mark = item.exec(lines[next] ?? '');
    if (mark === null || rule.test(lines[next] ?? '') || /\d/.test(mark[2] ?? '') !== ordered) break;
    const indent = mark[0].length;
    const own = [(lines[next] ?? '').slice(indent)];
    next += 1;
    while (next < lines.length && isInside(lines, next)) {
      own.push((lines[next] ?? '').replace(new RegExp(`^ {0,${indent}}`), ''));
      next += 1;
    }
    items.push(parse(own, depth + 1));
  }
  return [{ kind: 'list', ordered, items }, next];
}

function isInside(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '') return /^ {2,}\S/.test(lines[at + 1] ?? '') || item.test(lines[at + 1] ?? '');
  if (/^ {2,}\S/.test(line)) return true;
  if (item.test(line) || heading.test(line) || fence.test(line) || quote.test(line)) return false;
  return (lines[at - 1] ?? '').trim() !== '';
}

function tableAt(lines: readonly string[], at: number, line: string): Parsed {
  const aligns = cellsOf(lines[at + 1] ?? '').map(alignOf);
  const rowOf = (text: string): Cell[] => {
    const cells = cellsOf(text);
    return aligns.map((align, index) => ({ text: cells[index] ?? '', align }));
  };
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  return [{ kind: 'table', header: rowOf(line), rows: lines.slice(at + 2, end).map(rowOf) }, end];
}

/** Cells of a row; a pipe behind a backslash or inside code belongs to its cell. */
function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = inner.match(/(?:`[^`]*`|\\.|[^|])+|(?<=\|)(?=\|)/g) ?? [];
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function alignOf(dashes: string): Cell['align'] {
  if (dashes.endsWith(':')) return dashes.startsWith(':') ? 'center' : 'right';
  return 'left';
}

function paragraphAt(lines: readonly string[], at: number): Parsed {
  let end = at + 1;
  while (end < lines.length && !endsParagraph(lines[end] ?? '')) end += 1;
  const text = lines.slice(at, end).map((line) => line.trim());
  return [{ kind: 'paragraph', text: text.join(' ') }, end];
}

const endsParagraph = (line: string): boolean =>
  line.trim() === '' || [fence, heading, quote, item, rule].some((pattern) => pattern.test(line));
