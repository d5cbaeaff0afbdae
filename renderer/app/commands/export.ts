import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { breakdownsTable } from '../../../sim-core/results/tables/breakdowns-table.ts';
import { dictionaryTable } from '../../../sim-core/results/tables/dictionary-table.ts';
import { metricsTable } from '../../../sim-core/results/tables/metrics-table.ts';
import type { ResultTable } from '../../../sim-core/results/tables/result-table.ts';
import { tableCsv } from '../../../sim-core/results/write/table-csv.ts';
import type { Command } from '../../state/command.ts';
import { saveFile } from '../../state/save-file.ts';
import type { Studio } from '../../state/studio.ts';

/** The result of the scenario where the user is, once its run has ended. */
function resultOf({ location, simulation }: Studio): BatchResult | undefined {
  const { scenario } = location.get();
  if (scenario === undefined) return undefined;
  return simulation.runs.get().get(scenario)?.snapshot.get().result;
}

interface ResultFile {
  readonly name: 'metrics' | 'breakdowns' | 'dictionary';
  readonly keywords: readonly string[];
  tableOf(result: BatchResult): ResultTable;
}

const files: readonly ResultFile[] = [
  { name: 'metrics', keywords: ['data', 'table', 'spreadsheet'], tableOf: metricsTable },
  { name: 'breakdowns', keywords: ['regions', 'cohorts', 'classes', 'groups'], tableOf: breakdownsTable },
  { name: 'dictionary', keywords: ['units', 'definitions', 'columns'], tableOf: dictionaryTable },
];

/** The files that the command line writes too, byte for byte. */
export const exportCommands: readonly Command[] = files.map(({ name, keywords, tableOf }) => ({
  id: `export.${name}`,
  title: `Export ${name}.csv`,
  keywords: ['download', 'save', ...keywords],
  enabled: (studio) => resultOf(studio) !== undefined,
  async run(studio) {
    const result = resultOf(studio);
    if (result === undefined) return;
    await saveFile(studio, { name: `${name}.csv`, type: 'text/csv', text: tableCsv(tableOf(result)) });
  },
}));
