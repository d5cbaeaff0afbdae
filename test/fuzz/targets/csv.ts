import type { KnownMetric } from '../../../main/services/experiments/calibrate/map-columns.ts';
import { readRecord } from '../../../main/services/experiments/calibrate/read-record.ts';
import { readTable } from '../../../main/services/results/read-table.ts';
import { textsUnder } from '../good.ts';
import { mutated } from '../mutated.ts';
import { judge, plain } from '../plain.ts';
import type { Target } from '../target.ts';

const metrics: readonly KnownMetric[] = [
  { id: 'market.price', title: 'Price', unit: 'USD/token' },
  { id: 'providers.active', title: 'Active providers', unit: 'provider' },
];

const good = [
  'date,price,providers\n2024-01-01,1.5,100\n2024-01-02,1.25,110\n2024-01-03,,120\n',
  'Datum;Preis\n01.02.2024;1.234,5\n02.02.2024;"1.200,25"\n',
  'sep=|\nday|market.price\n2024-01-01|1e3\n# a comment\n2024-02-01|"a ""b"""\n',
];

/** Figures that a person gives to be fitted, and tables of results. */
export const csv = (): Target => ({
  name: 'csv',
  share: 10,
  inputs: mutated([...good, ...textsUnder('scenarios', '.csv', 2000)]),
  async try(input) {
    const record = readRecord('x.csv', input, metrics, { said: [] });
    if (!record.ok) for (const problem of record.problems) plain(problem);
    try {
      await readTable('csv', new TextEncoder().encode(input), 'x.csv');
    } catch (thrown) {
      judge(thrown);
    }
  },
});
