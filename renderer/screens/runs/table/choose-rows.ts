import type { RunRow } from '../../../../main/api/runs/runs-api.ts';

/** The chosen runs with one more, or one less. */
export function toggled(chosen: ReadonlySet<string>, run: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(run)) next.add(run);
  return next;
}

/** The chosen runs with all from one place in the list to another. */
export function withRange(
  chosen: ReadonlySet<string>,
  rows: readonly RunRow[],
  from: number,
  to: number,
): ReadonlySet<string> {
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...chosen, ...range.map(({ run }) => run)]);
}

/** All of these, or none where all are chosen already; others stay as they are. */
export function allOrNone(chosen: ReadonlySet<string>, rows: readonly RunRow[]): ReadonlySet<string> {
  const all = rows.every(({ run }) => chosen.has(run));
  const next = new Set(chosen);
  for (const { run } of rows) all ? next.delete(run) : next.add(run);
  return next;
}
