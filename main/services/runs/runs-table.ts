import { column, type ResultTable } from '../../../sim-core/results/tables/result-table.ts';
import type { RunRow } from '../../api/runs/runs-api.ts';

const texts = ['run', 'scenario', 'title', 'changed', 'overlays', 'verdicts', 'engine_id'] as const;
const others = ['spec_digest', 'digest', 'when', 'note'] as const;

/** `runs`: a row a run, what the keys of the other tables stand for. */
export function runsTable(rows: readonly RunRow[]): ResultTable {
  const cells = (read: (row: RunRow) => string) => ({ kind: 'text', values: rows.map(read) }) as const;
  return {
    name: 'runs',
    columns: [
      ...texts.map(column.text),
      { name: 'days', kind: 'integer', gaps: false },
      { name: 'seeds', kind: 'integer', gaps: false },
      ...others.map(column.text),
    ],
    *blocks() {
      yield {
        rows: rows.length,
        cells: [
          cells(({ run }) => run),
          cells(({ scenario }) => scenario),
          cells(({ title }) => title),
          cells(({ changed }) => changed.map(changeText).join('; ')),
          cells(({ overlays }) => overlays.join(', ')),
          cells(({ verdicts }) => verdicts.map(({ id, probability }) => `${id} ${probability}`).join('; ')),
          cells(({ engineId }) => engineId),
          { kind: 'integer', values: Int32Array.from(rows, ({ days }) => days) },
          { kind: 'integer', values: Int32Array.from(rows, ({ seeds }) => seeds) },
          cells(({ specDigest }) => specDigest),
          cells(({ digest }) => digest),
          cells(({ when }) => when),
          cells(({ note }) => note),
        ],
      };
    },
  };
}

const changeText = ({ path, from = 'absent', to = 'absent' }: RunRow['changed'][number]): string =>
  `${path}: ${from} to ${to}`;
