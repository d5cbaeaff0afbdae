import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { QueryAnswer, QueryValue, RunRow } from '../../api/runs/runs-api.ts';
import type { Answer, Database, Value } from '../../ports/database.ts';
import { openDuckDb } from '../../ports/duckdb.ts';
import type { Files } from '../../ports/files.ts';
import { createTurns } from '../create-turns.ts';
import { jsonIn } from '../json-in.ts';
import { aboutRuns, databaseOf } from '../sql/database-of.ts';
import { openSource } from '../sql/open-source.ts';
import type { ResultSource } from '../sql/result-source.ts';
import { type AboutRun, aboutOf, openStoredAbout } from './stored-about.ts';

/** Rows that a person reads; more belong into a file, or into a narrower question. */
const mostRows = 1000;
const largestManifest = 256 * 1024 * 1024;

/** Asks runs in SQL. The database of the last question stays open: the next one is mostly about the same runs. */
export interface RunQuestions {
  ask(rows: readonly RunRow[], sql: string, engine: Engine): Promise<QueryAnswer>;
}

interface OpenedDatabase {
  readonly key: string;
  readonly database: Database;
  readonly asked: number;
  readonly leftOut: number;
}

export function runQuestions(files: Files, now: () => number): RunQuestions {
  let last: OpenedDatabase | undefined;
  const inTurn = createTurns();

  const opened = async (rows: readonly RunRow[], depth: Depth, engine: Engine): Promise<OpenedDatabase> => {
    const good = rows.filter(({ problem }) => problem === undefined);
    const key = keyOf(good, depth);
    if (last?.key === key) return last;
    await last?.database.close();
    last = undefined;
    const sources = [];
    for (const row of good) {
      const source = await openAt(files, row, depth, engine).catch(damaged);
      if (source !== undefined) sources.push(source);
    }
    if (sources.length === 0) throw nothingToAsk;
    const contents = isWhole(sources) ? databaseOf(sources) : { files: [], setUp: aboutRuns(sources) };
    const database = await openDuckDb(contents);
    last = { key, database, asked: sources.length, leftOut: rows.length - sources.length };
    return last;
  };

  const ask = async (rows: readonly RunRow[], sql: string, engine: Engine): Promise<QueryAnswer> => {
    const started = now();
    const { database, asked, leftOut } = await opened(rows, depthOf(sql), engine);
    const answer = await database.ask(sql);
    const { shown, more } = await firstRows(answer);
    return { columns: answer.columns, rows: shown, more, asked, leftOut, seconds: (now() - started) / 1000 };
  };

  return { ask: (...question) => inTurn(() => ask(...question)) };
}

/** How much of each run a question needs: what the list knows, its manifest too, or its tables of days. */
type Depth = 'list' | 'parameters' | 'numbers';

/** Tables of days are only made where a question names them: for many runs that takes its time. */
function depthOf(sql: string): Depth {
  if (/\b(metrics|breakdowns|files)\b/i.test(sql)) return 'numbers';
  return /\bparameters\b/i.test(sql) ? 'parameters' : 'list';
}

async function openAt(
  files: Files,
  row: RunRow,
  depth: Depth,
  engine: Engine,
): Promise<AboutRun | ResultSource> {
  if (depth === 'numbers') return await whole(files, row, engine);
  return depth === 'list' ? aboutOf(row, undefined) : await openStoredAbout(files, row);
}

const isWhole = (sources: readonly (AboutRun | ResultSource)[]): sources is readonly ResultSource[] =>
  sources.every((source) => 'metrics' in source);

async function whole(files: Files, { run, folder }: RunRow, engine: Engine): Promise<ResultSource> {
  const content = await files.read(path.join(folder, 'manifest.json'), largestManifest);
  const manifest = content.kind === 'bytes' ? jsonIn(content.bytes) : undefined;
  return await openSource(files, { run, folder, format: '', manifest }, engine);
}

/** What is damaged is left out and counted; what is wrong with the disk or with us is told. */
function damaged(error: unknown): undefined {
  if (/^(result|sql)\./.test(toProblem(error).code)) return undefined;
  throw error;
}

function keyOf(rows: readonly RunRow[], depth: Depth): string {
  const hash = createHash('sha256').update(`${depth}\n`);
  for (const { folder, digest, seeds, failed } of rows)
    hash.update(`${folder} ${digest} ${seeds} ${failed}\n`);
  return hash.digest('hex');
}

async function firstRows({ rows }: Answer): Promise<{ shown: QueryValue[][]; more: boolean }> {
  const shown: QueryValue[][] = [];
  for await (const part of rows) {
    for (const row of part) {
      if (shown.length === mostRows) return { shown, more: true };
      shown.push(row.map(plain));
    }
  }
  return { shown, more: false };
}

/** As JSON carries it: what is no number is nothing, what is beyond numbers is a text. */
function plain(value: Value): QueryValue {
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : `${value}`;
}

const nothingToAsk = new StudioError({
  code: 'sql.no-results',
  message: 'There are no runs to ask.',
  hint: 'Run a scenario first: every finished run is kept.',
});
