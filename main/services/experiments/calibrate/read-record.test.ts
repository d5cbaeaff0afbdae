import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../sim-core/kernel/calendar.ts';
import { parseMapping } from './map-columns.ts';
import { type RecordOptions, readRecord } from './read-record.ts';

const metrics = [
  { id: 'providers.active', title: 'Active providers', unit: 'unit' },
  { id: 'supply.minted', title: 'Minted', unit: 'token/day' },
];

const read = (lines: readonly string[], options: Partial<RecordOptions> & { readonly map?: string } = {}) => {
  const { map, ...rest } = options;
  const said =
    map === undefined ? [] : [parseMapping(map.split('=')[0] ?? '', map.split('=')[1] ?? '', '--map')];
  return readRecord('r.csv', lines.join('\n'), metrics, { said, ...rest });
};

/** `date days value` of the first column, and the notes. */
const good = (lines: readonly string[], options: Parameters<typeof read>[1] = {}) => {
  const record = read(lines, options);
  if (!record.ok) throw new Error(JSON.stringify(record.problems));
  const { observed, notes } = record;
  const rows = observed[0]?.observations.map(({ day, days, value }) => `${isoDate(day)} ${days} ${value}`);
  return { rows, notes, columns: observed.map(({ column, metric, how }) => `${column} ${how} ${metric}`) };
};

/** Problems as `where: message (hint)`. */
const bad = (lines: readonly string[], options: Parameters<typeof read>[1] = {}): string => {
  const record = read(lines, options);
  if (record.ok) throw new Error('it was read');
  return record.problems.map(({ where, message, hint }) => `${where}: ${message} (${hint})`).join('\n');
};

describe('columns', () => {
  it('are known by the name or the title of a metric, whatever the case and the signs between words', () => {
    const { columns, notes } = good([
      'Week,Providers_Active,MINTED,other',
      '2024-01-01,5,7,x',
      '2024-01-08,6,8,y',
    ]);
    expect(columns).toEqual(['Providers_Active at providers.active', 'MINTED at supply.minted']);
    expect(notes).toEqual(['Not used: other.']);
  });

  it('are what is said, and a row of a sum covers the days up to the next', () => {
    const lines = ['when,fil', '2024-01-01,5', '2024-01-08,6', '2024-01-15,7'];
    const { rows, columns } = good(lines, { map: 'fil=sum(supply.minted)' });
    expect(columns).toEqual(['fil sum supply.minted']);
    expect(rows).toEqual(['2024-01-01 7 5', '2024-01-08 7 6', '2024-01-15 7 7']);
  });

  it('of months cover each its own days', () => {
    const lines = ['month,fil', '2024-01,5', '2024-02,6', '2024-03,7'];
    expect(good(lines, { map: 'fil=mean(supply.minted)' }).rows).toEqual([
      '2024-01-01 31 5',
      '2024-02-01 29 6',
      '2024-03-01 31 7',
    ]);
    const gap = ['month,fil', '2023-10,4', '2023-11,4', '2023-12,4', '2024-02,5', '2024-03,6', '2024-04,7'];
    expect(good(gap, { map: 'fil=sum(supply.minted)' }).rows?.slice(1)).toEqual([
      '2023-11-01 30 4',
      '2023-12-01 31 4',
      '2024-02-01 29 5',
      '2024-03-01 31 6',
      '2024-04-01 30 7',
    ]);
    const before = ['month,fil', '2024-01,4', '2024-02,4', '2024-04,5', '2024-05,6', '2024-06,6'];
    expect(good(before, { map: 'fil=sum(supply.minted)' }).rows?.[1]).toBe('2024-02-01 29 4');
    const quarters = ['date,fil', '2024-04-01,5', '2024-07-01,6', '2024-10-01,6', '2025-01-01,7'];
    expect(good(quarters, { map: 'fil=sum(supply.minted)' }).rows?.at(-1)).toBe('2025-01-01 90 7');
    const winter = ['date,fil', '15.11.2023,5', '15.12.2023,6', '15.01.2024,7', '15.02.2024,8'];
    expect(good(winter, { map: 'fil=sum(supply.minted)' }).rows?.at(-1)).toBe('2024-02-15 29 8');
  });

  it.each([
    [
      ['date,fil', '2024-01-01,5'],
      {},
      'No column has the name of a metric: there are fil.',
      '--map fil=<metric>',
    ],
    [['date,fil', '2024-01-01,5'], { map: 'fill=supply.minted' }, 'no column "fill"', 'Did you mean "fil"?'],
    [
      ['date,fil', '2024-01-01,5'],
      { map: 'fil=supply.mined' },
      'no metric "supply.mined"',
      'Did you mean "supply.minted"?',
    ],
    [
      ['fil,n', '5,1'],
      { map: 'fil=supply.minted' },
      'No column holds dates: there are fil, n.',
      '--date-column',
    ],
    [['date,minted,Minted', '2024-01-01,5,5'], {}, 'is a second column of supply.minted', '--map'],
  ])('%j with %j is refused', (lines, options, message, hint) => {
    const told = bad(lines, options);
    expect(told).toContain(message);
    expect(told).toContain(hint);
  });

  it('refuses a mapping that is none', () => {
    for (const written of ['median(supply.minted)', 'sum(supply.minted', 'supply.minted)', ''])
      expect(() => parseMapping('fil', written, '--map')).toThrow('cannot be read');
  });
});

describe('a file as a spreadsheet writes it', () => {
  it('has semicolons, decimal commas and points between thousands', () => {
    const { rows, notes } = good(['date;minted', '31.12.2023;1.234,5', '01.01.2024;2.000']);
    expect(rows).toEqual(['2023-12-31 1 1234.5', '2024-01-01 1 2000']);
    expect(notes).toContain('Numbers are read with a decimal comma.');
  });

  it('has quotation marks, commas between thousands, spaces, a sign for the separator, comments and CRLF', () => {
    const lines = [
      'sep=,\r',
      '# a comment\r',
      'date,"min""ted",minted\r',
      '2024-01-01,"a, b","1,234.5"\r',
      '\r',
      '2024-01-02,"c\nd", 12 345 \r',
    ];
    expect(good(lines).rows).toEqual(['2024-01-01 1 1234.5', '2024-01-02 1 12345']);
  });

  it.each([
    ['2024-01-05', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['2024-01-05T23:00:00Z', '2024-01-05'],
    ['5.1.2024', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['1704412800', '2024-01-05'],
    ['1704412800000', '2024-01-05'],
    ['Jan 5 2024', '2024-01-05'],
    ['5 January 2024', '2024-01-05'],
  ])('reads the date %s', (written, date) => {
    expect(good(['date,minted', `${written},1`]).rows).toEqual([`${date} 1 1`]);
  });

  it('finds out whether the day or the month comes first, and says it', () => {
    const { rows, notes } = good(['date,minted', '05/01/2024,1', '13/01/2024,2']);
    expect(rows?.[0]).toBe('2024-01-05 1 1');
    expect(notes[0]).toBe('Dates are read as day/month/year.');
    expect(good(['date,minted', '05/01/2024,1', '05/13/2024,2']).rows?.[0]).toBe('2024-05-01 1 1');
    expect(good(['date,minted', '05/01/2024,1'], { dates: 'm/d/y' }).rows?.[0]).toBe('2024-05-01 1 1');
  });

  it.each([
    [
      'mixed dates',
      ['2024-01-05,1', '06/01/2024,2'],
      'r.csv:3, column date: "06/01/2024" is written otherwise than "2024-01-05" on line 2.',
    ],
    [
      'two orders',
      ['13/01/2024,1', '01/14/2024,2'],
      'r.csv:3, column date: "01/14/2024" is written otherwise',
    ],
    [
      'an order that nobody can tell',
      ['05/01/2024,1'],
      'r.csv:2, column date: "05/01/2024" may be day/month or month/day',
    ],
    ['a day that is not', ['2024-02-30,1'], 'r.csv:2, column date: "2024-02-30" is no date of the calendar.'],
    ['a row without a date', ['2024-01-01,1', ',2'], 'r.csv:3, column date: The row has no date.'],
    ['text', ['2024-01-01,many'], 'r.csv:2, column minted: "many" is no number'],
    ['a percent sign', ['2024-01-01,12 %'], 'Write shares such as 0.12'],
    [
      'a decimal comma between commas',
      ['2024-01-01,1,5'],
      'r.csv:2: The row has 3 cells, and the header (line 1) names 2 columns. (A decimal comma',
    ],
    [
      'two decimal signs',
      ['2024-01-01,"1,5"', '2024-01-02,1.25'],
      'r.csv:2, column minted: "1,5" has a decimal comma, and "1.25" on line 3 a decimal point.',
    ],
    [
      'a thousand or a fraction',
      ['2024-01-01,"1,234"'],
      'r.csv:2, column minted: "1,234" may be a thousand or a fraction',
    ],
    ['groups that are none', ['2024-01-01,"1,23,4.5"'], 'is no number with a decimal point'],
    [
      'two values of a day',
      ['2024-01-01,1', '2024-01-01,2'],
      'r.csv:3: 2024-01-01 stands there twice with different values: on line 2 and here.',
    ],
    ['nothing', [], 'r.csv: r.csv holds a header, and no row below it.'],
  ])('refuses %s, with its place', (_, rows, message) => {
    expect(bad(['date,minted', ...rows])).toContain(message);
  });

  it('takes 1,234 as what is said', () => {
    expect(good(['date,minted', '2024-01-01,"1,234"'], { decimal: 'comma' }).rows).toEqual([
      '2024-01-01 1 1.234',
    ]);
    expect(good(['date,minted', '2024-01-01,"1,234"'], { decimal: 'point' }).rows).toEqual([
      '2024-01-01 1 1234',
    ]);
  });
});

describe('what is handled is said', () => {
  it('rows without anything in a cell, as spreadsheets leave them above, within and below a table', () => {
    const lines = [';;', 'date;minted', '01.03.2024;2,5', ';', '02.03.2024;3,5', ';', ' ; ;', '"";""'];
    expect(good(lines).rows).toEqual(['2024-03-01 1 2.5', '2024-03-02 1 3.5']);
    expect(good(['date,minted', '2024-03-01,2', ',', ',']).notes).toEqual([]);
    expect(bad(['date,minted', ',', ','])).toContain('r.csv holds a header, and no row below it.');
  });

  it('rows twice, rows out of order, empty cells, and days that are missing', () => {
    const { rows, notes } = good([
      'date,minted',
      ...[
        '2024-01-02,2',
        '2024-01-01,1',
        '2024-01-03,',
        '2024-01-02,2',
        '2024-01-04,n/a',
        '2024-01-09,9',
        '2024-01-10,-',
      ],
    ]);
    expect(rows).toEqual(['2024-01-01 1 1', '2024-01-02 1 2', '2024-01-09 1 9']);
    expect(notes).toEqual([
      'Rows that stand there twice count once: line 5.',
      'Rows are not in the order of time; they were sorted.',
      'Days are missing between 2024-01-04 (line 6) and 2024-01-09 (line 7). Nothing is made up for them.',
      'minted: 3 cells are empty (the first on line 4), and passed over.',
    ]);
  });

  it('a sum before a gap covers what is usual, not the gap', () => {
    const { rows } = good(['date,fil', '2024-01-01,1', '2024-01-08,1', '2024-02-05,1', '2024-02-12,1'], {
      map: 'fil=sum(supply.minted)',
    });
    expect(rows?.map((row) => row.split(' ')[1])).toEqual(['7', '7', '7', '7']);
  });
});
