import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection, DuckDBResult, DuckDBValue } from '@duckdb/node-api';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Answer, Database, DatabaseContents, Value } from './database.ts';
import { textLiteral } from './text-literal.ts';

type DuckDb = typeof import('@duckdb/node-api');

/**
 * Opens DuckDB in memory. It is a library of 70 MB with a program for each platform, so it is loaded here and nowhere else,
 * and only where something is asked. Throws `sql.no-database` where there is none for this platform.
 */
export async function openDuckDb(
  { files, setUp }: DatabaseContents,
  load: () => Promise<DuckDb> = () => import('@duckdb/node-api'),
): Promise<Database> {
  const duckDb = await loaded(load);
  // Where it puts what does not fit into memory; the folder is empty unless something is asked that needs it.
  const spill = await mkdtemp(path.join(tmpdir(), 'depin-studio-sql-'));
  const instance = await duckDb.DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: spill,
  });
  const connection = await instance.connect();
  const close = async (): Promise<void> => {
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  };
  try {
    await connection.run(`set allowed_paths = [${files.map(textLiteral).join(', ')}]`);
    for (const statement of setUp) await connection.run(statement);
    // From here on it reads those files and nothing else, and no statement can change that.
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
  } catch (error) {
    await close();
    throw refused(error);
  }
  return { ask: (sql) => ask(duckDb, connection, sql), close };
}

async function loaded(load: () => Promise<DuckDb>): Promise<DuckDb> {
  try {
    return await load();
  } catch (error) {
    throw new StudioError({
      code: 'sql.no-database',
      message: `SQL needs DuckDB, whose part for ${process.platform}-${process.arch} cannot be loaded: ${firstLine(error)}`,
      hint: 'Install with `npm ci --include=optional`. Where DuckDB has none for this computer, `export --format parquet` writes files that any other tool reads.',
    });
  }
}

async function ask(duckDb: DuckDb, connection: DuckDBConnection, sql: string): Promise<Answer> {
  try {
    const statements = await connection.extractStatements(sql).catch(nothingAsked);
    if (statements.count !== 1) throw new Error(`Write one statement: these are ${statements.count}.`);
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== duckDb.StatementType.SELECT)
      throw new Error('Only select is allowed: results are read, never changed.');
    const result = await prepared.stream();
    return { columns: result.deduplicatedColumnNames(), rows: rowsOf(result) };
  } catch (error) {
    throw refused(error);
  }
}

/** The native part throws so where there is no statement at all, only spaces or comments. */
function nothingAsked(error: unknown): never {
  throw /native callback/.test(String(error)) ? new Error('Write a select: there is none.') : error;
}

async function* rowsOf(result: DuckDBResult): AsyncGenerator<readonly (readonly Value[])[]> {
  try {
    for await (const rows of result.yieldRows()) yield rows.map((row) => row.map(plainValue));
  } catch (error) {
    throw refused(error);
  }
}

/** Numbers stay numbers; dates, lists and the like become the text that DuckDB gives them. */
function plainValue(value: DuckDBValue): Value {
  if (typeof value === 'bigint')
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
      ? Number(value)
      : value;
  if (value === null || typeof value !== 'object') return value ?? null;
  const text = value.toString();
  // A decimal of few digits is a number like the others: `avg(x) * 0.5` should not be text in JSON.
  return 'scale' in value && /^-?[\d.]{1,15}$/.test(text) ? Number(text) : text;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** What DuckDB says, without its own name for the kind of error. */
function refused(error: unknown): StudioError {
  const said = error instanceof Error ? error.message : String(error);
  const message = said
    .replace(/^Failed to extract statements: /, '')
    .replace(/^[A-Z][A-Za-z ]*Error: /, '')
    .replace(/\n\nStack Trace:[\s\S]*$/, '')
    // It would be one of its own tables.
    .replace(/(Table with name .*)\nDid you mean .*/, '$1')
    .trim();
  return new StudioError({ code: 'sql.refused', message, ...hintOf(said) });
}

function hintOf(said: string): { readonly hint?: string } {
  if (/Referenced table .* not found/.test(said))
    return { hint: 'A name with a dot stands in double quotation marks: "providers.active".' };
  // After a bare `case` it is the next word that DuckDB stumbles over.
  if (/syntax error at or near "(by|group)"|syntax error[\s\S]*\bcase\s*(,|from\b)/i.test(said))
    return {
      hint: 'Words of SQL stand in double quotation marks where they are columns: "by", "group", "case".',
    };
  if (said.startsWith('Permission Error') || said.includes('disabled by configuration'))
    return { hint: 'SQL reaches the results alone: no other file, no network, no extension.' };
  if (/Table with name .* does not exist/.test(said))
    return {
      hint: 'There are metrics, breakdowns, runs, verdicts and parameters; `describe metrics` lists columns.',
    };
  return {};
}
