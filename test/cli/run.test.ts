// `run` as a person meets it: a child process, its files, its exit code.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fresh, scenarioOf, small, smallText, start, studio } from './studio.ts';

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('a run', async () => {
  const out = fresh('out');
  const answered = await studio(['run', small, '--seeds', '1..3', '--workers', '2', '--out', out]);
  const again = fresh('out');
  const repeated = await studio([
    'run',
    small,
    '--seeds',
    '1..3',
    '--workers',
    '1',
    '--out',
    again,
    '--json',
  ]);
  const document: unknown = JSON.parse(repeated.out);

  it('ends with 0, says its digest and where its files are, and draws no bar in a pipe', () => {
    expect(answered).toMatchObject({ code: 0, err: '' });
    expect(answered.out).toMatch(/digest sha256:[0-9a-f]{64}/);
    for (const name of ['metrics.csv', 'breakdowns.csv', 'dictionary.csv', 'manifest.json'])
      expect(answered.out).toContain(name);
  });

  it('writes four files and leaves nothing else behind', () => {
    expect(readdirSync(out).sort()).toEqual([
      'breakdowns.csv',
      'dictionary.csv',
      'manifest.json',
      'metrics.csv',
    ]);
    const lines = read(out, 'metrics.csv').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 3 * 20);
    expect(lines[0]).toMatch(/^tick,date,seed,/);
    expect(lines[1]).toMatch(/^0,2024-01-01,1,/);
    expect(lines.at(-1)).toMatch(/^19,2024-01-20,3,/);
    const columnsOf = (name: string) =>
      read(out, name)
        .slice(0, read(out, name).indexOf('\n'))
        .split(',')
        .map((column) => `${name},${column}`);
    const described = read(out, 'dictionary.csv')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 2).join());
    expect(described).toEqual(['metrics.csv', 'breakdowns.csv'].flatMap(columnsOf));
  });

  it('gives the same digest and the same bytes again, with one worker and with two', () => {
    const digest = /sha256:[0-9a-f]{64}/.exec(answered.out)?.[0];
    expect(document).toMatchObject({ digest, seeds: ['1', '2', '3'], durationMs: expect.any(Number) });
    expect(read(again, 'metrics.csv')).toBe(read(out, 'metrics.csv'));
    expect(read(again, 'breakdowns.csv')).toBe(read(out, 'breakdowns.csv'));
    expect(JSON.parse(read(out, 'manifest.json'))).toMatchObject({
      digest,
      complete: true,
      engineId: expect.stringMatching(/^sha256:/),
      specDigest: expect.stringMatching(/^sha256:/),
      seeds: ['1', '2', '3'],
      results: [{ seed: '1' }, { seed: '2' }, { seed: '3' }],
      versions: { node: process.version },
      spec: { id: 'small', ticks: 20 },
    });
  });

  it('--json prints one document with the last day and the verdicts', () => {
    expect(repeated.err).toBe('');
    expect(document).toMatchObject({
      files: ['metrics.csv', 'breakdowns.csv', 'dictionary.csv', 'manifest.json'].map((name) =>
        path.join(again, name),
      ),
      metrics: expect.arrayContaining([
        // Three seeds are too few for an interval of the median.
        expect.objectContaining({
          id: 'market.price',
          unit: 'USD/token',
          p5: 2,
          p50: 2,
          p95: 2,
          p50Low: null,
        }),
      ]),
      verdicts: expect.any(Array),
    });
  });

  it('--set changes the result, and the manifest says to what', async () => {
    const changed = fresh('out');
    const { code, out: said } = await studio([
      'run',
      small,
      '--seeds',
      '1',
      '--out',
      changed,
      '--set',
      'agents.token.supply=2000000 token',
      '--set',
      'horizon=1 week',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(said).digest).not.toBe(JSON.parse(repeated.out).digest);
    const { spec } = JSON.parse(read(changed, 'manifest.json'));
    expect(spec).toMatchObject({
      ticks: 7,
      mechanisms: expect.arrayContaining([
        {
          id: 'agents.token',
          version: 1,
          slot: 'agents',
          parameters: expect.objectContaining({ supply: 2_000_000 }),
        },
      ]),
    });
    expect(read(changed, 'metrics.csv').trimEnd().split('\n')).toHaveLength(8);
  });
});

it('--set takes parts of distributions, as flip and sensitivity name them', async () => {
  const path = 'agents.providers.hurdle';
  const run = async (...set: string[]) =>
    await studio(['run', small, '--seeds', '1', '--out', fresh('out'), '--json', ...set]);
  const part = await run('--set', `${path}.median=300`);
  expect(part).toMatchObject({ code: 0, err: '' });
  const manifest = JSON.parse(part.out).files.find((file: string) => file.endsWith('manifest.json'));
  const { mechanisms } = JSON.parse(readFileSync(manifest, 'utf8')).spec;
  const { hurdle } = mechanisms.find(({ id }: { id: string }) => id === 'agents.providers').parameters;
  expect(hurdle).toMatchObject({ kind: 'lognormal', median: 300 });
  const written = `{lognormal: {median: 300, sigma: ${hurdle.sigma}}}`;
  const whole = await run('--set', `${path}=${written}`);
  expect(JSON.parse(whole.out).digest).toBe(JSON.parse(part.out).digest);
  const both = await run('--set', `${path}=${written}`, '--set', `${path}.sigma=0.1`);
  expect(both.code).toBe(2);
  expect(both.err).toContain(`${path} is set as a whole and in part.`);
  expect((await run('--set', `${path}.middle=300`)).err).toContain('lognormal, which has no "middle"');
});

describe('bad usage ends with 2, says what is allowed, and writes nothing', () => {
  it.each([
    [['run', small, '--seed', '1'], "unknown option '--seed'", 'Did you mean --seeds?'],
    [['rum', small], "unknown command 'rum'", 'Did you mean run?'],
    [['run'], "missing required argument 'scenario'", ''],
    [['run', small, '--workers', '0'], 'It must be a whole number from 1 to 256.', ''],
    [['run', small, '--format', 'xlsx'], 'There is no format "xlsx".', ''],
    [['run', small, '--seeds', '5..1'], '5..1 counts downwards.', 'Write a range such as 1..50'],
    [
      ['run', 'wireles-burn-mint'],
      'There is no scenario "wireles-burn-mint"',
      'Did you mean "wireless-burn-mint"?',
    ],
    [['run', './nowhere.yaml'], 'There is no file nowhere.yaml.', ''],
    [
      ['run', small, '--set', 'agents.token.suply=5'],
      'There is no parameter "agents.token.suply".',
      'Did you mean "agents.token.supply"?',
    ],
    [
      ['run', small, '--set', 'agents.token.supply=5 USD'],
      'is given in "USD", but is declared in token.',
      '',
    ],
    [['run', small, '--set', 'agents.token.supply=-1'], 'below the least allowed, 1 token', 'Allowed: 1 to'],
    [
      ['run', small, '--set', 'agents.token.supply'],
      'is no assignment',
      'Write <mechanism>.<parameter>=<value>',
    ],
  ])('%j', async (args, message, hint) => {
    const out = fresh('out');
    const { code, out: said, err } = await studio([...args, '--out', out]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /);
    expect(said).toBe('');
    expect(existsSync(out)).toBe(false);
  });
});

describe('a folder that cannot be written', () => {
  it.each([
    ['is a file', (place: string) => writeFileSync(place, '')],
    ['is under a file', (place: string) => writeFileSync(path.dirname(place), '')],
  ])('that %s is refused before the run', async (_, make) => {
    const place = fresh('a', 'out');
    mkdirSync(path.dirname(path.dirname(place)), { recursive: true });
    if (_ === 'is a file') mkdirSync(path.dirname(place), { recursive: true });
    make(place);
    const { code, err } = await studio(['run', small, '--seeds', '1', '--out', place]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /Nothing can be written to .*: (a part of its path is a file|there is a file of that name)\./,
    );
    expect(err).toContain('Choose a folder');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('that is read-only', async () => {
    const place = fresh('out');
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o500);
    const { code, err } = await studio(['run', small, '--seeds', '1', '--out', place]);
    expect(code).toBe(2);
    expect(err).toContain('you are not allowed to');
  });
});

describe('when not every seed finishes', () => {
  const long = ['--seeds', '1..400', '--set', 'horizon=20 year', '--set', 'agents.providers.rows=2000'];

  it.skipIf(process.platform === 'win32')('Ctrl-C ends a run with 1, and it says what is kept', async () => {
    const out = fresh('out');
    // A warning is the last thing that is said before the seeds are run.
    const { file } = scenarioOf(smallText.replace('start: 2024-01-01', 'start: 2023-12-01'));
    const running = start(['run', file, ...long, '--out', out]);
    await running.saw('warning: ');
    running.interrupt();
    const { code, err } = await running.done;
    expect(code).toBe(1);
    expect(err).toMatch(/The run was cancelled: \d+ of 400 seeds finished\. /);
  });

  it('seeds that fail are told together, and end with 1', async () => {
    const out = fresh('out');
    const {
      code,
      out: said,
      err,
    } = await studio(['run', small, '--seeds', '1..3', '--set', 'agents.token.supply=5', '--out', out]);
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(err).toContain('3 seeds (1, 2, 3) failed: ');
    expect(err).toContain('0 of 3 seeds finished. Nothing was written.');
    expect(readdirSync(out)).toEqual([]);
  });
});
