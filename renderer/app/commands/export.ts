import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { breakdownsCsv } from '../../../sim-core/results/breakdowns-csv.ts';
import { metricsCsv } from '../../../sim-core/results/csv.ts';
import { dictionaryCsv } from '../../../sim-core/results/dictionary-csv.ts';
import type { Command } from '../../state/command.ts';
import { saveFile } from '../../state/save-file.ts';
import type { Studio } from '../../state/studio.ts';

/** The result of the scenario where the user is, once its run has ended. */
function resultOf({ location, simulation }: Studio): BatchResult | undefined {
  const { scenario } = location.get();
  if (scenario === undefined) return undefined;
  return simulation.runs.get().get(scenario)?.snapshot.get().result;
}

/** The files that the command line writes too, byte for byte. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export.metrics',
    title: 'Export metrics.csv',
    keywords: ['download', 'save', 'data', 'table', 'spreadsheet'],
    enabled: (studio) => resultOf(studio) !== undefined,
    async run(studio) {
      const result = resultOf(studio);
      if (result === undefined) return;
      await saveFile(studio, { name: 'metrics.csv', type: 'text/csv', text: metricsCsv(result) });
    },
  },
  {
    id: 'export.breakdowns',
    title: 'Export breakdowns.csv',
    keywords: ['download', 'save', 'regions', 'cohorts', 'classes', 'groups'],
    enabled: (studio) => resultOf(studio) !== undefined,
    async run(studio) {
      const result = resultOf(studio);
      if (result === undefined) return;
      await saveFile(studio, { name: 'breakdowns.csv', type: 'text/csv', text: breakdownsCsv(result) });
    },
  },
  {
    id: 'export.dictionary',
    title: 'Export dictionary.csv',
    keywords: ['download', 'save', 'units', 'definitions', 'columns'],
    enabled: (studio) => resultOf(studio) !== undefined,
    async run(studio) {
      const result = resultOf(studio);
      if (result === undefined) return;
      await saveFile(studio, {
        name: 'dictionary.csv',
        type: 'text/csv',
        text: dictionaryCsv(result),
      });
    },
  },
];
