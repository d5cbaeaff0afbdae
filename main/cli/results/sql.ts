import { stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { openDatabase } from '../../services/sql/open-database.ts';
import { gathered } from '../options.ts';
import { fromUser } from '../places.ts';
import { tell } from '../terminal.ts';
import { printCsv, printJson, printTable } from './print-answer.ts';

interface SqlOptions {
  readonly runs: readonly string[];
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Where results usually are. */
const usualFolders = ['runs', 'out'];

/** `sql "select ..."`: a question to all results. */
export const sqlCommand = (installation: Installation): Command =>
  new Command('sql')
    .description(
      'ask results in SQL (DuckDB): metrics, breakdowns, runs, verdicts, parameters, sweeps; `describe metrics` lists columns',
    )
    .argument('<query>', 'one select; names with a dot stand in double quotation marks')
    .option(
      '--runs <folder>',
      'a result folder, or a folder of them; may be repeated (default: runs and out, where they are)',
      gathered,
      [],
    )
    .addOption(new Option('--json', 'print a list of objects').conflicts('csv'))
    .option('--csv', 'print CSV')
    .action(async (query: string, { runs, json, csv }: SqlOptions) => {
      const folders = runs.length > 0 ? [...new Set(runs.map(fromUser))] : await usual();
      const database = await openDatabase(nodeFiles, folders, installation, (manifest) =>
        tell(`${manifest} is damaged: its result is left out.`),
      );
      try {
        const answer = await database.ask(query);
        if (json === true) await printJson(answer);
        else if (csv === true) await printCsv(answer);
        else await printTable(answer);
      } finally {
        await database.close();
      }
    });

async function usual(): Promise<readonly string[]> {
  const folders = usualFolders.map(fromUser);
  const there = await Promise.all(
    folders.map(async (folder) => (await stat(folder).catch(() => undefined))?.isDirectory() === true),
  );
  const found = folders.filter((_, index) => there[index]);
  return found.length > 0 ? found : folders;
}
