// `scenario list | validate | schema`, and every kind of bad file, as a person meets them.
import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { fresh, scenarioOf, small, smallText, studio } from './studio.ts';

describe('a bad scenario is refused by run and by validate: 2, file and line, nothing written', () => {
  const laughs = 'abcdefghi'
    .split('')
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(10)
          .fill(index === 0 ? 'x' : `*${'abcdefghi'[index - 1]}`)
          .join(', ')}]`,
    )
    .join('\n');
  it.each([
    [
      'a misspelt parameter',
      smallText.replace('supply:', 'suply:'),
      ['scenario.yaml:15:9', 'no parameter "suply"', 'Did you mean "supply"?'],
    ],
    [
      'a wrong unit',
      smallText.replace('unit: row,', 'unit: rows,'),
      ['scenario.yaml:19:', 'agents.providers.rows is given in "rows", but is declared in row.'],
    ],
    [
      'a value out of range',
      smallText.replace('value: 50,', 'value: 5e9,'),
      ['scenario.yaml:19:', 'above the most allowed, 5000000 row', 'Allowed: 10 to 5000000 row.'],
    ],
    [
      'a missing data file',
      smallText.replace('data/weekly.csv', 'data/monthly.csv'),
      ['scenario.yaml:25:', 'There is no file ', 'data/monthly.csv'],
    ],
    [
      'a reference to itself',
      smallText.replace('sources:\n', 'sources: &s\n  self: *s\n'),
      ['scenario.yaml:10:9', 'would never end'],
    ],
    ['a billion laughs', laughs, ['scenario.yaml:', 'more than 100 references']],
    ['brackets without end', `id: ${'['.repeat(1_500_000)}`, ['scenario.yaml:1:', 'more than 32 deep']],
    [
      'binary rubbish',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
      ['scenario.yaml', 'is not a text file'],
    ],
    [
      'half a character',
      new TextEncoder().encode('id: ä').slice(0, -1),
      ['scenario.yaml', 'is not UTF-8 (byte 5)'],
    ],
  ])('%s', async (_, text, parts) => {
    const { folder, file } = scenarioOf(text);
    const out = path.join(folder, 'out');
    const [validated, ran] = await Promise.all([
      studio(['scenario', 'validate', file]),
      studio(['run', file, '--out', out]),
    ]);
    for (const { code, out: said, err } of [validated, ran]) {
      expect(code).toBe(2);
      expect(said).toBe('');
      for (const part of parts) expect(err).toContain(part);
      expect(err).not.toMatch(/\n\s+at /);
      expect(err.length).toBeLessThan(2000);
    }
    expect(readdirSync(folder).sort()).toEqual(['data', 'scenario.yaml']);
  });

  it('200 MB are refused by their size', async () => {
    const folder = fresh('large');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'scenario.yaml');
    const handle = openSync(file, 'w');
    ftruncateSync(handle, 200 * 1024 * 1024);
    closeSync(handle);
    const { code, err } = await studio(['scenario', 'validate', file]);
    expect(code).toBe(2);
    expect(err).toContain('has 209715200 bytes: more than the 2097152 that are read.');
  });

  it('all problems are told, each once', async () => {
    const { file } = scenarioOf(
      smallText
        .replace('supply:', 'suply:')
        .replace('unit: row,', 'unit: rows,')
        .replace('2023-08-01', 'soon'),
    );
    const { err } = await studio(['scenario', 'validate', file]);
    expect(err.match(/^error: /gm)).toHaveLength(3);
    expect(err).toContain(': 3 problems');
  });
});

describe('scenario', () => {
  it('list names the shipped scenarios', async () => {
    const { code, out } = await studio(['scenario', 'list']);
    expect(code).toBe(0);
    expect(out).toContain('wireless-burn-mint');
    expect(out).toContain('10,000 x 37');
  });

  it('validate says which are good', async () => {
    const { code, out, err } = await studio(['scenario', 'validate', 'wireless-burn-mint', small]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/: good$/gm)).toHaveLength(2);
  });

  it('schema prints the file that editors read', async () => {
    const { code, out } = await studio(['scenario', 'schema']);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(path.join(root, 'scenarios/scenario.schema.json'), 'utf8'));
  });

  it('an unknown subcommand is answered with the nearest', async () => {
    const { code, err } = await studio(['scenario', 'validte', small]);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean validate?');
  });
});
