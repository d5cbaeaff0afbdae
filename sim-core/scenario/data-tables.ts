import { type Entry, quoted } from './entry.ts';
import { type FileContent, textOf } from './file-content.ts';
import { limits } from './limits.ts';
import { type CsvRead, type CsvTable, readCsv } from './read-csv.ts';
import type { Reading } from './reading.ts';

/** The data files of a scenario, each read once, whoever asks. */
export class DataTables {
  readonly #folder: string;
  readonly #contents: ReadonlyMap<string, FileContent>;
  readonly #read = new Map<string, CsvTable | undefined>();

  /** `scenarioFile` is the scenario's name in messages; `contents` by name relative to its folder. */
  constructor(scenarioFile: string, contents: ReadonlyMap<string, FileContent>) {
    this.#folder = scenarioFile.slice(0, scenarioFile.lastIndexOf('/') + 1);
    this.#contents = contents;
  }

  /** The table that `entry` names; its problems are reported the first time it is asked for. */
  table(reading: Reading, entry: Entry): CsvTable | undefined {
    const name = fileNameOf(entry);
    if (name === undefined) {
      return reading.report({
        code: 'file.outside',
        message: `${quoted(entry.kind === 'scalar' ? entry.text : '')} is no name of a data file.`,
        hint: "Name a CSV file in the scenario's own folder, such as data/weekly.csv.",
        where: entry.where,
      });
    }
    if (this.#read.has(name)) return this.#read.get(name);
    const read = this.#open(name, entry.where);
    if (!read.ok) for (const problem of read.problems) reading.report(problem);
    const table = read.ok ? read.table : undefined;
    this.#read.set(name, table);
    return table;
  }

  #open(name: string, where: string): CsvRead {
    const file = this.#folder + name;
    const text = textOf(this.#contents.get(name) ?? { kind: 'missing' }, file, limits.dataBytes);
    return 'text' in text ? readCsv(file, text.text) : { ok: false, problems: [{ ...text.problem, where }] };
  }
}

/** A relative name that stays inside the scenario's folder. */
export function fileNameOf(entry: Entry): string | undefined {
  if (entry.kind !== 'scalar' || typeof entry.value !== 'string') return undefined;
  const parts = entry.value.split('/');
  const plain = parts.every((part) => /^[A-Za-z0-9_][A-Za-z0-9_. -]*$/.test(part));
  return plain && entry.value.length <= 200 ? entry.value : undefined;
}
