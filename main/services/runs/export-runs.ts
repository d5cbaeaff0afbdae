import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { RunExport, RunRow } from '../../api/runs/runs-api.ts';
import type { Layout } from '../results/formats.ts';
import type { KeptResult } from '../results/kept-result.ts';
import { openResult } from '../results/open-result.ts';
import { tableWriter } from '../results/table-writer.ts';
import { joinedDictionary, joinedTables } from './joined-tables.ts';
import type { RunReader } from './read-run.ts';
import { runsTable } from './runs-table.ts';

/** Numbers that are held at once: 800 MB. */
const mostNumbers = 100_000_000;

/** Writes runs as tables, all in one, into a folder. Answers the paths of the files. */
export async function exportRuns(
  { files, engine }: Pick<RunReader, 'files' | 'engine'>,
  rows: readonly RunRow[],
  { layout, formats, dictionary }: Omit<RunExport, 'runs' | 'name'>,
  folder: string,
): Promise<readonly string[]> {
  const runs: { readonly run: string; readonly scenario: string; readonly batch: KeptResult['batch'] }[] = [];
  let numbers = 0;
  for (const { run, scenario, folder: from } of rows) {
    const { batch } = await openResult(files, from, engine);
    numbers += batch.seeds.length * batch.metrics.length * batch.ticks;
    if (numbers > mostNumbers) throw tooMuch(rows.length, runs.length);
    runs.push({ run, scenario, batch });
  }
  const tables = [...joinedTables(runs, layout), runsTable(rows)];
  const about = aboutTables(rows, runs, layout);
  await files.makeFolder(folder);
  const written: string[] = [];
  for (const format of formats) {
    const write = await tableWriter(format);
    for (const table of tables) {
      const file = path.join(folder, `${table.name}.${format}`);
      await files.write(file, write({ ...table, about }));
      written.push(file);
    }
  }
  if (!dictionary) return written;
  // Of the first format: the columns of the others are called the same.
  const words = joinedDictionary(runs, layout, formats[0] ?? 'csv');
  const write = await tableWriter('csv');
  const file = path.join(folder, 'dictionary.csv');
  await files.write(file, write(words));
  return [...written, file];
}

/** What formats with room for it say of a table besides its cells: keys of its runs, units of its columns. */
function aboutTables(
  rows: readonly RunRow[],
  runs: readonly { readonly batch: KeptResult['batch'] }[],
  layout: Layout,
): Readonly<Record<string, string>> {
  const quantities = runs.flatMap(({ batch }) => [...batch.metrics, ...batch.breakdowns]);
  const keys = rows.map(({ run, scenario, digest, engineId, specDigest }) => ({
    ...{ run, scenario, digest, engineId, specDigest },
  }));
  return {
    'depin-studio.layout': layout,
    'depin-studio.runs': JSON.stringify(keys),
    'depin-studio.units': JSON.stringify(Object.fromEntries(quantities.map(({ id, unit }) => [id, unit]))),
  };
}

const tooMuch = (asked: number, fit: number): StudioError =>
  new StudioError({
    code: 'runs.too-much',
    message: `These ${asked} runs do not fit into one table: ${fit} of them do.`,
    hint: 'Export them in parts, or ask what you need of them in SQL.',
  });
