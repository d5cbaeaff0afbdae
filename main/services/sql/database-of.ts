import type { DatabaseContents } from '../../ports/database.ts';
import type { SweepSource } from './open-sweep.ts';
import { parametersOf } from './parameters-of.ts';
import type { ResultSource } from './result-source.ts';
import { sweepsSql } from './sweeps-sql.ts';
import { type Cell, tableSql } from './table-sql.ts';
import { viewSql } from './view-sql.ts';

/**
 * Results as a database: `metrics` and `breakdowns` are views of the files themselves, nothing is copied; `runs`, `verdicts`
 * and `parameters` are small tables of what the manifests say. `run` and `scenario` join them all. `sweeps` is a view of the tables of
 * sweeps; its `run` is that of the run store.
 */
export function databaseOf(
  sources: readonly ResultSource[],
  sweeps: readonly SweepSource[] = [],
): DatabaseContents {
  return {
    files: [
      ...sources.flatMap(({ metrics, breakdowns }) => [metrics.file, breakdowns.file]),
      ...sweeps.map(({ file }) => file),
    ],
    setUp: [
      ...aboutRuns(sources),
      ...tableSql('files', fileColumns, sources.flatMap(fileRows)),
      viewSql(
        'metrics',
        sources.map(({ metrics }) => metrics),
      ),
      viewSql(
        'breakdowns',
        sources.map(({ breakdowns }) => breakdowns),
      ),
      sweepsSql(sweeps),
    ],
  };
}

/** The small tables alone: for questions that no file has to be opened for. */
export const aboutRuns = (sources: readonly AboutRun[]): readonly string[] => [
  ...tableSql('runs', runColumns, sources.map(runRow)),
  ...tableSql('verdicts', verdictColumns, sources.flatMap(verdictRows)),
  ...tableSql('parameters', parameterColumns, sources.flatMap(parameterRows)),
];

type AboutRun = Omit<ResultSource, 'metrics' | 'breakdowns'>;

const runColumns = {
  run: 'varchar',
  scenario: 'varchar',
  version: 'integer',
  title: 'varchar',
  overlays: 'varchar',
  start_date: 'date',
  days: 'integer',
  seeds: 'integer',
  failed: 'integer',
  complete: 'boolean',
  digest: 'varchar',
  spec_digest: 'varchar',
  engine_id: 'varchar',
  started_at: 'timestamp',
  duration_ms: 'double',
  command: 'varchar',
  folder: 'varchar',
};

const runRow = (source: AboutRun): readonly Cell[] => [
  source.run,
  source.scenario.id,
  source.scenario.version,
  source.scenario.title,
  source.overlays.join(', '),
  dateText(source.spec.startDay),
  source.spec.ticks,
  source.finished,
  source.failed,
  source.complete,
  source.digest,
  source.specDigest,
  source.engineId,
  source.startedAt,
  source.durationMs,
  source.command,
  source.folder,
];

const verdictColumns = {
  run: 'varchar',
  scenario: 'varchar',
  verdict: 'varchar',
  title: 'varchar',
  held: 'integer',
  seeds: 'integer',
  probability: 'double',
  low: 'double',
  high: 'double',
};

const verdictRows = ({ run, scenario, verdicts }: AboutRun): readonly (readonly Cell[])[] =>
  verdicts.map(({ id, title, held, of, probability, low, high }) => [
    ...[run, scenario.id, id, title],
    ...[held, of, probability, low, high],
  ]);

const parameterColumns = {
  run: 'varchar',
  scenario: 'varchar',
  path: 'varchar',
  value: 'double',
  text: 'varchar',
};

const parameterRows = ({ run, scenario, spec }: AboutRun): readonly (readonly Cell[])[] =>
  parametersOf(spec).map(({ path, value }) => [
    ...[run, scenario.id, path],
    ...(typeof value === 'number' ? [value, `${value}`] : [undefined, value]),
  ]);

/** Which run a file is of. */
const fileColumns = { file: 'varchar', run: 'varchar', scenario: 'varchar' };

const fileRows = ({ run, scenario, metrics, breakdowns }: ResultSource): readonly (readonly Cell[])[] =>
  [metrics, breakdowns].map(({ file }) => [file, run, scenario.id]);

const dateText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
