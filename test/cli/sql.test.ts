// `sql` as a person meets it: over result folders in either format, and over the run store.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { fresh, small, studio } from './studio.ts';

const project = fresh('project');
mkdirSync(project, { recursive: true });
for (const [name, format, seeds] of [
  ['a', 'csv', '1..2'],
  ['b', 'parquet', '3..5'],
] as const) {
  const args = ['run', small, '--seeds', seeds, '--format', format, '--out', `runs/${name}`];
  await studio([...args, '--set', 'emission.halving.period=10 month'], project);
}
const sql = (query: string, ...args: readonly string[]) => studio(['sql', query, ...args], project);
const rowsOf = async (query: string, ...args: readonly string[]) =>
  JSON.parse((await sql(query, '--json', ...args)).out);

describe('sql', () => {
  it('asks every result of the project, whatever its format, and tells runs apart', async () => {
    const rows = await rowsOf(
      'select run, count(*) n, count(distinct seed) seeds from metrics group by run order by run',
    );
    expect(rows).toEqual([
      { run: 'a', n: 40, seeds: 2 },
      { run: 'b', n: 60, seeds: 3 },
    ]);
  });

  it('gives the numbers of the files, bit by bit', async () => {
    const { out } = await sql(
      'select * exclude (run, scenario) from metrics order by seed, tick',
      '--csv',
      '--runs',
      'runs/a',
    );
    expect(out).toBe(readFileSync(path.join(project, 'runs/a/metrics.csv'), 'utf8'));
    const again = await sql(
      'select * exclude (run, scenario) from metrics order by seed, tick',
      '--csv',
      '--runs',
      'runs/b',
    );
    const back = fresh('back');
    await studio(['export', path.join(project, 'runs/b'), '--out', back]);
    expect(again.out).toBe(readFileSync(path.join(back, 'metrics.csv'), 'utf8'));
  });

  it('joins what came out with what went in', async () => {
    const query = `select distinct p.value, p.text, r.days, v.seeds from metrics join parameters p using (run)
      join runs r using (run) left join verdicts v using (run) where p.path = 'emission.halving.period' and run = 'b'`;
    expect(await rowsOf(query)).toMatchObject([{ value: 10, text: '10', days: 20 }]);
    const parts = `select path from parameters where run = 'a' and path like 'agents.providers.hurdle.%' order by path`;
    expect((await rowsOf(parts)).map(({ path: each }: { path: string }) => each)).not.toEqual([]);
  });

  it.each(['--csv', '--json'])('ends quietly where the reader of %s has read enough', async (format) => {
    const query = 'select a.*, b.day from metrics a, range(3000) b(day)';
    const child = spawn(process.execPath, [path.join(root, 'dist/cli/cli.js'), 'sql', query, format], {
      cwd: project,
    });
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });

  it('says which results it leaves out since their manifest is damaged', async () => {
    const own = fresh('left-out');
    cpSync(path.join(project, 'runs'), own, { recursive: true });
    const manifest = path.join(own, 'a', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, 99));
    const { out, err, code } = await sql('select run from runs', '--csv', '--runs', own);
    expect([code, out]).toEqual([0, 'run\nb\n']);
    expect(err).toBe(`${manifest} is damaged: its result is left out.\n`);
  });

  it('prints a table for people, and says where it is cut', async () => {
    const few = await sql('select run, seeds from runs order by run');
    expect(few).toEqual({ code: 0, out: 'run  seeds\na        2\nb        3\n', err: '' });
    const many = await sql('select range from range(1000)');
    expect(many.out.trimEnd().split('\n')).toHaveLength(201);
    expect(many.err).toContain('1000 rows, of which the first 200 are shown');
  });

  it.each([
    ['a slip', ['select providers.active from metrics'], '"providers.active"'],
    ['a word of SQL', ['select case, run from sweeps'], '"by", "group", "case"'],
    ['a change', ['drop table runs'], 'Only select is allowed'],
    ['another file', ["select * from read_csv('/etc/passwd')"], 'SQL reaches the results alone'],
    ['no results', ['select 1', '--runs', 'nowhere'], 'There are no results in'],
    ['both spellings', ['select 1', '--json', '--csv'], 'cannot be used with'],
  ])('refuses %s in words', async (_, args, part) => {
    const { code, err } = await studio(['sql', ...args], project);
    expect(code).toBe(2);
    expect(err).toContain(part);
    expect(err).not.toContain('Error:');
  });

  it('asks the runs that a sweep kept, and those that it adds later', async () => {
    const own = fresh('sweep');
    const sweep = (values: string, seeds: string) =>
      studio([
        ...['sweep', small, '--vary', `emission.halving.period=${values}`, '--seeds', seeds],
        ...[
          '--measure',
          'providers.active@end',
          '--out',
          path.join(own, 'out'),
          '--store',
          path.join(own, 'runs'),
        ],
      ]);
    const query = `select p.value, count(distinct seed) seeds, count(*) n from metrics join parameters p using (run)
      where p.path = 'emission.halving.period' group by all order by all`;
    expect((await sweep('6,12', '1..2')).code).toBe(0);
    expect(await rowsOf(query, '--runs', path.join(own, 'runs'))).toEqual([
      { value: 6, seeds: 2, n: 40 },
      { value: 12, seeds: 2, n: 40 },
    ]);
    expect((await sweep('12', '1..3')).code).toBe(0);
    expect(await rowsOf(query, '--runs', path.join(own, 'runs'))).toEqual([
      { value: 6, seeds: 2, n: 40 },
      { value: 12, seeds: 3, n: 60 },
    ]);
    // One that is damaged is left out until it was simulated again, under the same name.
    const [whole] = await rowsOf('select folder from runs where seeds = 3', '--runs', path.join(own, 'runs'));
    const seed = path.join(whole.folder, 'seed-2.seed');
    writeFileSync(seed, readFileSync(seed).subarray(0, 99));
    const seedsOfTwelve = async () => (await rowsOf(query, '--runs', path.join(own, 'runs')))[1].seeds;
    expect(await seedsOfTwelve()).toBe(2);
    const completes = 'select seeds, complete from runs order by all';
    expect(await rowsOf(completes, '--runs', path.join(own, 'runs'))).toEqual([
      { seeds: 2, complete: false },
      { seeds: 2, complete: true },
    ]);
    const without = await studio(['export', whole.folder, '--out', fresh('without')]);
    expect(without.code).toBe(1);
    expect(without.err).toContain('1 of 3 seeds (2) left out: its file is damaged.');
    // What is left of a seed that failed before says nothing of it as it is now.
    writeFileSync(path.join(whole.folder, 'seed-2.failure.json'), '{}');
    await sweep('12', '1..3');
    expect(await seedsOfTwelve()).toBe(3);
    expect((await rowsOf(completes, '--runs', path.join(own, 'runs')))[1].complete).toBe(true);
    const [kept] = await rowsOf('select folder from runs where seeds = 3', '--runs', path.join(own, 'runs'));
    const exported = fresh('exported');
    expect((await studio(['export', kept.folder, '--format', 'csv,html', '--out', exported])).code).toBe(0);
    const direct = fresh('direct');
    await studio(['run', small, '--seeds', '1..3', '--set', 'emission.halving.period=12', '--out', direct]);
    for (const name of ['metrics.csv', 'breakdowns.csv', 'dictionary.csv'])
      expect(readFileSync(path.join(exported, name), 'utf8')).toBe(
        readFileSync(path.join(direct, name), 'utf8'),
      );
  });

  it('asks a folder of kept runs that was copied elsewhere under a name of its own, as do export and report', async () => {
    const own = fresh('copied');
    const args = ['sweep', small, '--vary', 'emission.halving.period=6', '--seeds', '1..2'];
    const places = ['--out', path.join(own, 'out'), '--store', path.join(own, 'runs')];
    expect((await studio([...args, ...places])).code).toBe(0);
    const [kept] = await rowsOf('select folder from runs', '--runs', path.join(own, 'runs'));
    const figure = path.join(own, 'paper', 'figure 1');
    cpSync(kept.folder, figure, { recursive: true, filter: (file) => !/index\.json|parquet/.test(file) });
    rmSync(path.join(own, 'runs'), { recursive: true });
    expect(await rowsOf('select run, count(*) n from metrics group by run', '--runs', figure)).toEqual([
      { run: 'figure 1', n: 40 },
    ]);
    const out = fresh('figure');
    expect(await studio(['export', '.', '--out', out], figure)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(path.join(out, 'metrics.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(41);
    for (const seed of ['1', '2']) rmSync(path.join(figure, `seed-${seed}.seed`));
    const gone = await studio(['report', figure, '--out', path.join(out, 'report.html')]);
    expect(gone.code).toBe(2);
    expect(gone.err).toContain('No seed in');
    expect(existsSync(path.join(out, 'report.html'))).toBe(false);
  });

  it('asks the tables of sweeps, and joins them with their runs', async () => {
    const own = fresh('sweeps');
    mkdirSync(own, { recursive: true });
    const sweep = (id: string, ...words: readonly string[]) =>
      studio(['sweep', small, ...words, '--seeds', '1..2', '--out', `out/${id}`, '--store', 'runs'], own);
    const measured = ['--measure', 'market.price@end', '--measure', 'providers.active@end'];
    const numbers = ['--vary', 'agents.token.supply=1000000,2000000', ...measured];
    const words = ['--vary', 'emission.halving.period=6 month,12 month', ...measured];
    expect((await sweep('numbers', ...numbers)).code).toBe(0);
    expect((await sweep('words', ...words)).code).toBe(0);
    const ask = async (query: string) => JSON.parse((await studio(['sql', query, '--json'], own)).out);
    expect(
      await ask(
        'select sweep, scenario, "case", "agents.token.supply" supply, "emission.halving.period" period, finished from sweeps order by all',
      ),
    ).toEqual([
      { sweep: 'numbers', scenario: 'small', case: 1, supply: 1_000_000, period: null, finished: 2 },
      { sweep: 'numbers', scenario: 'small', case: 2, supply: 2_000_000, period: null, finished: 2 },
      { sweep: 'words', scenario: 'small', case: 1, supply: null, period: '6 month', finished: 2 },
      { sweep: 'words', scenario: 'small', case: 2, supply: null, period: '12 month', finished: 2 },
    ]);
    // The median that the sweep wrote is that of its runs.
    const joined = `select s."market.price@end_p50" written, median(m."market.price") asked from sweeps s join metrics m using (run)
      where m.tick = 19 group by all`;
    const rows: { written: number; asked: number }[] = await ask(joined);
    expect(rows.length).toBeGreaterThan(0);
    for (const { written, asked } of rows) expect(asked).toBeCloseTo(written, 10);
    const alone = await studio(['sql', 'select count(*) n from sweeps', '--json', '--runs', 'out'], own);
    expect(JSON.parse(alone.out)).toEqual([{ n: 4 }]);
    // One that was cut off in the middle of a line.
    const manifest = path.join(own, 'out/words/manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"complete": true', '"complete": false'));
    const table = path.join(own, 'out/words/sweep.csv');
    writeFileSync(table, readFileSync(table, 'utf8').slice(0, -30));
    expect(await ask('select "case" from sweeps where sweep = \'words\'')).toEqual([{ case: 1 }]);
  });
});
