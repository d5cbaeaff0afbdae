import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberCell, textCell } from '../spelling.ts';
import { breakdownsTable } from '../tables/breakdowns-table.ts';
import { dictionaryTable } from '../tables/dictionary-table.ts';
import { metricsTable } from '../tables/metrics-table.ts';
import type { ResultTable } from '../tables/result-table.ts';
import { tableCsv } from './table-csv.ts';

const metric = (id: string, title = id) => ({
  id,
  title,
  unit: 'USD/day',
  definition: `What ${id} is.`,
  source: 'a paper',
  gaps: 'it rains',
});
const column = (...values: number[]) => Float64Array.from(values);
const textOf = (table: ResultTable): string => Buffer.concat([...tableCsv(table)]).toString('utf8');

describe('metrics.csv', () => {
  it('has a row a seed and tick, in the order of the batch, and a column a metric', () => {
    const seeds = ['2', '1'].map((seed) => ({
      seed,
      digest: '',
      breakdowns: [],
      columns: [column(1, 2.5), column(0.1, -0)],
    }));
    const text = textOf(
      metricsTable({ metrics: [metric('a'), metric('b.c')], seeds, startDay: 19_722, ticks: 2 }),
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
      ...tableCsv(
        metricsTable({
          metrics: ['a', 'b', 'c', 'd'].map((id) => metric(id)),
          seeds: [{ seed: '1', digest: '', columns, breakdowns: [] }],
          startDay: 0,
          ticks,
        }),
      ),
    ];
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(1 << 18);
    expect(chunks.length).toBeGreaterThan(2);
    const lines = Buffer.concat(chunks).toString('utf8').split('\n');
    expect(lines).toHaveLength(ticks + 2);
    expect(lines[ticks]?.split(',').slice(3).map(Number)).toEqual(columns.map((each) => each[ticks - 1]));
  });
});

it('holds a line that is longer than a chunk, in the letters of any language', () => {
  const long = 'ß🌱'.repeat(60_000);
  const seeds = [long, 'short', long].map((seed) => ({
    seed,
    digest: '',
    breakdowns: [],
    columns: [column(1)],
  }));
  const lines = textOf(metricsTable({ metrics: [metric('a')], seeds, startDay: 0, ticks: 1 })).split('\n');
  expect(lines.slice(1, -1)).toEqual([long, 'short', long].map((seed) => `0,1970-01-01,${seed},1`));
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

const byRegion = { by: 'region', groups: ['North, far', 'South'] };
const byClass = { by: 'class', groups: ['lite', 'pro', 'max'] };

it('breakdowns.csv has a row a seed, sampled tick and group, and a column a quantity', () => {
  // Samples x groups, as the quantities are given below.
  const breakdowns = [column(0.1, 0.2, 0.3, 0.4), column(1, 2, 3, 4, 5, 6), column(7, Number.NaN, 8, 9)];
  const text = textOf(
    breakdownsTable({
      breakdowns: [
        { ...metric('x'), ...byRegion },
        { ...metric('x'), ...byClass },
        { ...metric('y'), ...byRegion },
      ],
      sampleTicks: [29, 30],
      startDay: 19_723,
      seeds: [{ seed: 'a', digest: '', columns: [], breakdowns }],
    }),
  );
  expect(text.trimEnd().split('\n')).toEqual([
    'tick,date,seed,by,group,x,y',
    '29,2024-01-30,a,region,"North, far",0.1,7',
    '29,2024-01-30,a,region,South,0.2,',
    '29,2024-01-30,a,class,lite,1,',
    '29,2024-01-30,a,class,pro,2,',
    '29,2024-01-30,a,class,max,3,',
    '30,2024-01-31,a,region,"North, far",0.3,8',
    '30,2024-01-31,a,region,South,0.4,9',
    '30,2024-01-31,a,class,lite,4,',
    '30,2024-01-31,a,class,pro,5,',
    '30,2024-01-31,a,class,max,6,',
  ]);
});

describe('dictionary.csv', () => {
  it('describes every column, with its unit', () => {
    const metrics = [metric('market.price', 'Price, at close')];
    expect(textOf(dictionaryTable({ metrics, breakdowns: [] })).split('\n')).toEqual([
      'file,column,unit,title,definition,source,empty_when',
      'metrics.csv,tick,day,Tick,Days since the start of the run; the first is 0.,DePIN Studio,',
      'metrics.csv,date,date,Date,Calendar day of the tick (ISO 8601).,DePIN Studio,',
      'metrics.csv,seed,text,Seed,Text from which all the luck of the run follows.,DePIN Studio,',
      'metrics.csv,market.price,USD/day,"Price, at close",What market.price is.,a paper,it rains',
      '',
    ]);
  });

  it('describes a quantity that is broken down once, and says how it is not', () => {
    const x = metric('x');
    const breakdowns = [
      { ...x, ...byRegion },
      { ...x, ...byClass },
      { ...metric('y'), ...byRegion },
    ];
    const lines = textOf(dictionaryTable({ metrics: [], breakdowns }))
      .trimEnd()
      .split('\n');
    expect(lines.slice(4).map((line) => line.split(',').slice(0, 2).join())).toEqual(
      ['tick', 'date', 'seed', 'by', 'group', 'x', 'y'].map((name) => `breakdowns.csv,${name}`),
    );
    expect(lines.at(-2)).toBe('breakdowns.csv,x,USD/day,x,What x is.,a paper,it rains');
    expect(lines.at(-1)).toBe('breakdowns.csv,y,USD/day,y,What y is.,a paper,it rains; or by is class');
  });
});
