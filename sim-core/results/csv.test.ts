import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryCsv, joined, metricsCsv, numberCell, textCell } from './csv.ts';

const metric = (id: string, title = id) => ({
  id,
  title,
  unit: 'USD/day',
  definition: `What ${id} is.`,
  source: 'a paper',
  gaps: 'it rains',
});
const column = (...values: number[]) => Float64Array.from(values);

describe('metrics.csv', () => {
  it('has a row a seed and tick, in the order of the batch, and a column a metric', () => {
    const seeds = ['2', '1'].map((seed) => ({
      seed,
      digest: '',
      columns: [column(1, 2.5), column(0.1, -0)],
    }));
    const text = joined(
      metricsCsv({ metrics: [metric('a'), metric('b.c')], seeds, startDay: 19_722, ticks: 2 }),
    );
    expect(text).toBe(
      [
        'tick,date,seed,a,b.c',
        '0,2023-12-31,2,1,0.1',
        '1,2024-01-01,2,2.5,0',
        '0,2023-12-31,1,1,0.1',
        '1,2024-01-01,1,2.5,0',
        '',
      ].join('\n'),
    );
  });

  it('comes in chunks of bounded size that together are the file', () => {
    const ticks = 20_000;
    const columns = Array.from({ length: 4 }, (_, index) =>
      Float64Array.from({ length: ticks }, (__, tick) => tick / (index + 3)),
    );
    const chunks = [
      ...metricsCsv({
        metrics: ['a', 'b', 'c', 'd'].map((id) => metric(id)),
        seeds: [{ seed: '1', digest: '', columns }],
        startDay: 0,
        ticks,
      }),
    ];
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
    const lines = chunks.join('').split('\n');
    expect(lines).toHaveLength(ticks + 2);
    expect(lines[ticks]?.split(',').slice(3).map(Number)).toEqual(columns.map((each) => each[ticks - 1]));
  });
});

describe('a number', () => {
  it.each([
    [0.1, '0.1'],
    [-0, '0'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [123456789012345680000, '123456789012345680000'],
    [Number.NaN, ''],
    [undefined, ''],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('%s is spelled %s', (value, text) => {
    expect(numberCell(value)).toBe(text);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(Number(numberCell(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('a text', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['a=1', 'a=1'],
  ])('%j is spelled %j', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  it('never begins a formula and never breaks its row', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const cell = textCell(text);
        expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
        const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '') : cell;
        expect(bare.includes('"')).toBe(false);
        expect(!cell.startsWith('"') && /[,\n\r]/.test(cell)).toBe(false);
      }),
    );
  });
});

it('dictionary.csv describes every column, with its unit', () => {
  const lines = joined(dictionaryCsv([metric('market.price', 'Price, at close')])).split('\n');
  expect(lines).toEqual([
    'column,unit,title,definition,source,empty_when',
    'tick,day,Tick,Days since the start of the run; the first is 0.,DePIN Studio,',
    'date,date,Date,Calendar day of the tick (ISO 8601).,DePIN Studio,',
    'seed,text,Seed,Text from which all the luck of the run follows.,DePIN Studio,',
    'market.price,USD/day,"Price, at close",What market.price is.,a paper,it rains',
    '',
  ]);
});
