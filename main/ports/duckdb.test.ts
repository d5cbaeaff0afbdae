import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { openDuckDb } from './duckdb.ts';
import { textLiteral } from './text-literal.ts';

const folder = mkdtempSync(path.join(tmpdir(), "studio-duck'db-"));
const [open, closed] = ['open.csv', 'closed.csv'].map((name) => path.join(folder, name));
for (const file of [open, closed]) writeFileSync(file ?? '', 'n\n1\n2\n');
const database = await openDuckDb({
  files: [open ?? ''],
  setUp: [`create view t as select * from read_csv(${textLiteral(open ?? '')})`],
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function rowsOf(from: Database, sql: string) {
  const { columns, rows } = await from.ask(sql);
  const all: unknown[] = [];
  for await (const part of rows) all.push(...part);
  return { columns, rows: all };
}

const problemOf = async (sql: string) =>
  await rowsOf(database, sql).catch((error: { code: string; message: string; hint?: string }) => ({
    code: error.code,
    said: `${error.message}\n${error.hint}`,
  }));

describe('a database of results', () => {
  it('answers with plain values', async () => {
    const sql = `select n, n * 0.5 half, 12345678901234567890 big, null as missing, date '2024-02-29' d, true as yes,
      'nan'::double as nan, [1, 2] as list, 'text' "a.b" from t order by n`;
    expect(await rowsOf(database, sql)).toEqual({
      columns: ['n', 'half', 'big', 'missing', 'd', 'yes', 'nan', 'list', 'a.b'],
      rows: [
        [1, 0.5, 12345678901234567890n, null, '2024-02-29', true, Number.NaN, '[1, 2]', 'text'],
        [2, 1, 12345678901234567890n, null, '2024-02-29', true, Number.NaN, '[1, 2]', 'text'],
      ],
    });
  });

  it('streams what is larger than one piece', async () => {
    const { rows } = await rowsOf(database, 'select range from range(100000)');
    expect(rows).toHaveLength(100_000);
    expect(rows.at(-1)).toEqual([99_999]);
  });

  it.each([
    ['another file', `select * from read_csv(${textLiteral(closed ?? '')})`],
    ['a file of the system', "select * from read_text('/etc/hostname')"],
    ['names of files', "select * from glob('/*')"],
    ['the network', "select * from 'https://example.org/a.csv'"],
  ])('does not reach %s', async (_, sql) => {
    expect(await problemOf(sql)).toMatchObject({
      code: 'sql.refused',
      said: expect.stringContaining('SQL reaches the results alone'),
    });
  });

  it.each([
    ['writing', `copy (select 1) to ${textLiteral(open ?? '')}`],
    ['writing by way of explain', `explain analyze copy (select 1) to ${textLiteral(open ?? '')}`],
    ['changing', 'create table other as select 1'],
    ['attaching', "attach '/tmp/studio-x.db'"],
    ['extensions', 'load httpfs'],
    ['settings', 'set enable_external_access = true'],
    ['settings by pragma', 'pragma enable_external_access = true'],
  ])('refuses %s', async (_, sql) => {
    expect(await problemOf(sql)).toMatchObject({ code: 'sql.refused' });
    expect(readFileSync(open ?? '', 'utf8')).toBe('n\n1\n2\n');
    expect(await rowsOf(database, "select current_setting('enable_external_access') e")).toMatchObject({
      rows: [[false]],
    });
  });

  it.each([
    ['two statements', 'select 1; select 2', 'these are 2'],
    ['no statement', ' ', 'there is none'],
    ['a comment alone', '-- select', 'there is none'],
    ['a slip', 'selec 1', 'syntax error at or near "selec"'],
    ['a name with a dot', 'select providers.active from t', 'double quotation marks: "providers.active"'],
    ['a word of SQL', 'select x, by from t', '"by", "group"'],
    ['an unknown table', 'select * from nope', 'There are metrics, breakdowns'],
    ['a failure on the way', "select ('x' || n)::int from t", 'Could not convert string'],
  ])('says in words what is wrong: %s', async (_, sql, part) => {
    const problem = await problemOf(sql);
    expect(problem).toMatchObject({ code: 'sql.refused', said: expect.stringContaining(part) });
    expect(JSON.stringify(problem)).not.toMatch(/Stack Trace|Binder Error|Parser Error/);
  });

  it('says what to do where there is no DuckDB for the computer', async () => {
    const none = () =>
      Promise.reject(new Error("Cannot find module '@duckdb/node-bindings-x/duckdb.node'\nstack"));
    await expect(openDuckDb({ files: [], setUp: [] }, none)).rejects.toMatchObject({
      code: 'sql.no-database',
      message: expect.stringMatching(
        /^SQL needs DuckDB, whose part for \w+-\w+ cannot be loaded: Cannot find module/,
      ),
      hint: expect.stringContaining('export --format parquet'),
    });
  });
});
