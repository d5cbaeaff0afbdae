import type { Problem } from '../../../../sim-core/contract/errors.ts';

/** A stretch of a text, as offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where in the text a problem is: its address ends in `:line:column`, or `:line`. Without one it is the first line. */
export function problemPlace(text: string, { where }: Problem): Stretch {
  const found = /:(\d+)(?::(\d+))?$/.exec(where ?? '');
  const lines = text.split('\n');
  const line = Math.min(Math.max(1, Number(found?.[1] ?? 1)), lines.length);
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const content = lines[line - 1] ?? '';
  const column = found?.[2] === undefined ? content.search(/\S|$/) : Number(found[2]) - 1;
  const from = start + Math.min(Math.max(0, column), content.length);
  const end = start + content.replace(/\s+#.*$/, '').trimEnd().length;
  return end > from
    ? { from, to: end }
    : { from: Math.min(from, text.length), to: Math.min(from + 1, text.length) };
}
