import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import { type FilterKey, filterKeys, isWords } from './run-filter.ts';

/** A word that the filter may go on with. */
export interface Completion {
  /** What it says in the list. */
  readonly text: string;
  /** The whole filter with it, and where the caret goes. */
  readonly line: string;
  readonly caret: number;
}

const most = 9;

/** How the word at the caret may go on: a key, or a value that occurs in the rows. */
export function completions(line: string, caret: number, rows: readonly RunRow[]): readonly Completion[] {
  const from = line.slice(0, caret).search(/\S*$/);
  const to = caret + (line.slice(caret).match(/^\S*/)?.[0].length ?? 0);
  const word = line.slice(from, caret);
  const [, minus = '', rest = ''] = /^(-?)(.*)$/s.exec(word) ?? [];
  const colon = rest.indexOf(':');
  const wanted = rest.toLowerCase();
  const all =
    colon < 0
      ? filterKeys.map((key) => `${key}:`)
      : valuesOf(rest.slice(0, colon).toLowerCase(), rows).map(
          (value) => `${rest.slice(0, colon).toLowerCase()}:${value}`,
        );
  return all
    .filter((text) => text.toLowerCase().startsWith(wanted) && text !== rest)
    .slice(0, most)
    .map((text) => {
      const full = minus + text;
      const end = from + full.length;
      return { text: full, line: line.slice(0, from) + full + line.slice(to), caret: end };
    });
}

function valuesOf(key: string, rows: readonly RunRow[]): readonly string[] {
  const known = filterKeys.find((each) => each === key);
  return known === undefined ? [] : [...new Set(values[known](rows))].map(quoted);
}

const values: Readonly<Record<FilterKey, (rows: readonly RunRow[]) => readonly string[]>> = {
  scenario: (rows) => ['base', ...rows.flatMap(({ scenario }) => (scenario === '' ? [] : [scenario]))],
  verdict: (rows) => {
    const ids = [...new Set(rows.flatMap(({ verdicts }) => verdicts.map(({ id }) => id)))];
    return [...ids, ...ids.flatMap((id) => [`${id}=watch`, `${id}=fail`])];
  },
  changed: (rows) => rows.flatMap(({ changed }) => changed.map(({ path }) => path)),
  overlay: (rows) => rows.flatMap(({ overlays }) => overlays),
  engine: (rows) =>
    rows.flatMap(({ engineId }) => (engineId === '' ? [] : [engineId.replace('sha256:', '').slice(0, 12)])),
  digest: () => [],
  seeds: () => ['>1', '>=8', '>=20', '>=100'],
  when: (rows) => rows.map(({ when }) => when.slice(0, 10)),
  note: (rows) => rows.flatMap(({ note }) => (note === '' ? [] : [note])),
  made: () => ['studio', 'experiment', 'command'],
  is: () => isWords,
};

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
