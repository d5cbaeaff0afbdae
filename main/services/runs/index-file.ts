import type { RunRow } from '../../api/runs/runs-api.ts';
import type { Files } from '../../ports/files.ts';
import type { IndexedRun } from './indexed-run.ts';

const format = 'depin-studio/run-index/2';
const largestIndex = 512 * 1024 * 1024;

/** The list as the text of its file: a line that says what it is, then a line a folder. */
export function* indexText(rows: ReadonlyMap<string, IndexedRun>): Generator<string> {
  yield `${JSON.stringify({ format })}\n`;
  for (const [name, { stamp, row }] of rows) yield `${JSON.stringify({ name, stamp, row })}\n`;
}

/** What the file says; nothing where it is missing, cut off or of another version: it is made anew. */
export async function readIndex(files: Files, file: string): Promise<Map<string, IndexedRun>> {
  const content = await files.read(file, largestIndex);
  const rows = new Map<string, IndexedRun>();
  if (content.kind !== 'bytes') return rows;
  const [first = '', ...lines] = Buffer.from(content.bytes).toString('utf8').split('\n');
  if (first !== JSON.stringify({ format })) return rows;
  for (const line of lines) {
    const read = lineOf(line);
    if (read !== undefined) rows.set(read.name, { stamp: read.stamp, row: read.row });
  }
  return rows;
}

/** The studio wrote the line and nobody else does: what is no JSON was cut off; what it answers, every door checks. */
function lineOf(
  line: string,
): { readonly name: string; readonly stamp: string; readonly row: RunRow | null } | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as { name: string; stamp: string; row: RunRow | null };
  } catch {
    return undefined;
  }
}
