import { type Problem, StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { RecordAsked, RecordColumn, RecordRead } from '../../api/jobs/jobs-api.ts';
import { csvRows } from '../experiments/calibrate/csv-rows.ts';
import {
  type ColumnMapping,
  type KnownMetric,
  mapColumns,
  parseMapping,
} from '../experiments/calibrate/map-columns.ts';
import { type RecordOptions, readRecord, spanOf } from '../experiments/calibrate/read-record.ts';
import { describedByEngine } from '../experiments/described-by-engine.ts';
import type { Installation } from '../installation.ts';

const sampled = 3;

/** Reads a CSV file that a page was given: its columns, what they seem to be, and what was handled or is wrong. */
export async function recordReadFor(
  document: ScenarioDocument,
  asked: RecordAsked,
  installation: Installation,
): Promise<RecordRead> {
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const { name, text } = asked.record;
  const rows = csvRows(name, text);
  if (!rows.ok) return { columns: [], rows: 0, notes: [], problems: rows.problems };
  const { table } = rows;
  const read = { rows: table.rows.length, notes: [], problems: [] };
  const said = mappingsOf(asked);
  if ('problem' in said)
    return { ...read, columns: columnsOf(table, undefined, asked), problems: [said.problem] };
  const mapped = mapColumns(table, metrics, said);
  const columns = columnsOf(table, mapped.ok ? mapped : undefined, asked);
  if (!mapped.ok) return { ...read, columns, problems: mapped.problems };
  const record = readRecord(name, text, metrics, said);
  if (!record.ok) return { ...read, columns, problems: record.problems };
  const span = spanOf(record.observed);
  return {
    ...{ ...read, columns, notes: record.notes },
    ...(span === undefined ? {} : { first: isoDate(span.first), last: isoDate(span.last) }),
  };
}

/** What a person said, as the reader takes it; a column that is said to be nothing is left out. */
export function mappingsOf(
  asked: Omit<RecordAsked, 'record'>,
): RecordOptions | { readonly problem: Problem } {
  const { columns = {}, dateColumn, dates, decimal } = asked;
  try {
    const said = Object.entries(columns)
      .filter(([, is]) => is !== '' && is !== dateWord)
      .map(([column, is]): ColumnMapping => parseMapping(column, is, column));
    return {
      said,
      ...(dateColumn === undefined ? {} : { date: dateColumn }),
      ...(dates === 'd/m/y' || dates === 'm/d/y' || dates === 'y-m-d' ? { dates } : {}),
      ...(decimal === 'point' || decimal === 'comma' ? { decimal } : {}),
    };
  } catch (thrown) {
    if (thrown instanceof StudioError) return { problem: toProblem(thrown) };
    throw thrown;
  }
}

const dateWord = 'date';

type Table = Extract<ReturnType<typeof csvRows>, { readonly ok: true }>['table'];
type Mapped = Extract<ReturnType<typeof mapColumns>, { readonly ok: true }>;

function columnsOf(
  { header, rows }: Table,
  mapped: Mapped | undefined,
  asked: RecordAsked,
): readonly RecordColumn[] {
  return header.cells.map((name, index) => {
    const found = mapped?.mapped.find((each) => each.index === index);
    const is =
      mapped === undefined
        ? (asked.columns?.[name] ?? '')
        : index === mapped.date
          ? dateWord
          : found === undefined
            ? ''
            : spelled(found.metric, found.how);
    return { name, is, sample: rows.slice(0, sampled).map(({ cells }) => cells[index] ?? '') };
  });
}

const spelled = (metric: KnownMetric['id'], how: ColumnMapping['how']): string =>
  how === 'at' ? metric : `${how}(${metric})`;
