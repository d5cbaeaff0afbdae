import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import { standingOf } from '../../../state/verdict-standing.ts';

/** Words that narrow the list, by what stands before their colon. */
export const filterKeys = [
  'scenario',
  'verdict',
  'changed',
  'overlay',
  'engine',
  'digest',
  'seeds',
  'when',
  'note',
  'made',
  'is',
] as const;

export type FilterKey = (typeof filterKeys)[number];

/** A word of the filter. */
export interface FilterWord {
  /** Absent: it is looked for everywhere. */
  readonly key?: FilterKey;
  readonly value: string;
  /** Written with a `-` before it: what matches is left out. */
  readonly not: boolean;
}

/** `scenario:base verdict:sustainable -note:"first try" halving` as words; all of them have to hold. */
export function filterWords(text: string): readonly FilterWord[] {
  const parts = text.match(/-?(?:[a-z]+:)?(?:"[^"]*"?|[^\s"]+)/giu) ?? [];
  return parts.flatMap((part): FilterWord[] => {
    const not = part.startsWith('-') && part.length > 1;
    const rest = not ? part.slice(1) : part;
    const [, name = '', written = ''] = /^([a-z]+):(.*)$/isu.exec(rest) ?? [];
    const key = filterKeys.find((each) => each === name.toLowerCase());
    const value = (key === undefined ? rest : written).replaceAll('"', '').toLowerCase();
    return value === '' ? [] : [{ ...(key === undefined ? {} : { key }), value, not }];
  });
}

/** Rows for which every word holds. */
export function filterRuns(rows: readonly RunRow[], text: string): readonly RunRow[] {
  const words = filterWords(text);
  if (words.length === 0) return rows;
  return rows.filter((row) => words.every((word) => holds(row, word) !== word.not));
}

function holds(row: RunRow, { key, value }: FilterWord): boolean {
  return key === undefined ? anywhere(row, value) : tests[key](row, value);
}

const has = (text: string, value: string): boolean => text.toLowerCase().includes(value);

const anywhere = (row: RunRow, value: string): boolean =>
  [
    row.scenario,
    row.title,
    row.note,
    row.run,
    row.digest,
    ...row.overlays,
    ...row.changed.map(({ path }) => path),
  ].some((text) => has(text, value));

const tests: Readonly<Record<FilterKey, (row: RunRow, value: string) => boolean>> = {
  // As its file has it: nothing is changed and no storm is laid over it.
  scenario: (row, value) =>
    value === 'base'
      ? row.problem === undefined && row.changed.length + row.overlays.length === 0
      : has(row.scenario, value) || has(row.title, value),
  verdict: ({ verdicts }, value) => {
    const [id = '', wanted = 'pass'] = value.split('=');
    return verdicts.some((verdict) => has(verdict.id, id) && standingOf(verdict) === wanted);
  },
  changed: ({ changed }, value) => changed.some(({ path }) => has(path, value)),
  overlay: ({ overlays }, value) => overlays.some((overlay) => has(overlay, value)),
  engine: ({ engineId }, value) => has(engineId, value),
  digest: ({ digest }, value) => has(digest, value),
  seeds: ({ seeds }, value) => compares(seeds, value),
  when: ({ when }, value) => when.startsWith(value),
  note: ({ note }, value) => has(note, value),
  made: ({ madeBy }, value) => madeBy.startsWith(value),
  is: (row, value) => isTests[value]?.(row) ?? false,
};

const isTests: Readonly<Record<string, (row: RunRow) => boolean>> = {
  damaged: ({ problem, damaged }) => problem !== undefined || damaged > 0,
  failed: ({ failed }) => failed > 0,
  noted: ({ note }) => note !== '',
  changed: ({ changed, overlays }) => changed.length + overlays.length > 0,
};

/** Words after `is:`. */
export const isWords: readonly string[] = Object.keys(isTests);

/** `>10`, `<=5` or `8`. */
function compares(number: number, value: string): boolean {
  const [, sign = '', digits = ''] = /^(>=|<=|>|<|=)?\s*(\d+)$/.exec(value) ?? [];
  const other = Number(digits);
  if (digits === '') return false;
  if (sign === '>') return number > other;
  if (sign === '<') return number < other;
  if (sign === '>=') return number >= other;
  return sign === '<=' ? number <= other : number === other;
}
