import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/**
 * The keys that lead to what stands at a place of an experiment file, such as `['design', 'parameters', 'emission.halving.period']`;
 * none where the place is of no key. `where` is `file:line:column`, both from 1.
 */
export function fieldAt(text: string, where: string | undefined): readonly string[] {
  const [, line, column] = /:(\d+):(\d+)/.exec(where ?? '') ?? [];
  if (line === undefined || column === undefined) return [];
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  const offset = (lines.lineStarts[Number(line) - 1] ?? 0) + Number(column) - 1;
  return pathIn(contents, offset);
}

function pathIn(node: unknown, offset: number): readonly string[] {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (holds(key, offset) || holds(value, offset)) return [name, ...pathIn(value, offset)];
    }
  }
  if (isSeq(node)) {
    const index = node.items.findIndex((item) => holds(item, offset));
    if (index >= 0) return [String(index), ...pathIn(node.items[index], offset)];
  }
  return [];
}

function holds(node: unknown, offset: number): boolean {
  const range = isNode(node) ? node.range : undefined;
  return range !== undefined && range !== null && offset >= range[0] && offset <= range[1];
}
