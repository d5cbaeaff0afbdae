import { describe, expect, it } from 'vitest';
import { problemsOf, smallFiles, smallText } from '../../test/small-scenario.ts';

const withFile = (name: string, text: string): ReadonlyMap<string, string> =>
  new Map([...smallFiles, [name, text]]);

describe('bad data files', () => {
  const weekly = 'data/weekly.csv';
  it.each([
    {
      says: 'text for a number',
      text: 'date,burned\n2024-01-01,a few\n',
      problem:
        'data/weekly.csv:2: table.not-a-number: Column burned holds "a few" where a number must stand.',
    },
    {
      says: 'an empty cell',
      text: 'date,burned\n2024-01-01,\n',
      problem: 'data/weekly.csv:2: table.not-a-number: Column burned holds an empty cell',
    },
    {
      says: 'a hexadecimal number',
      text: 'date,burned\n2024-01-01,0x10\n',
      problem: 'data/weekly.csv:2: table.not-a-number: Column burned holds "0x10"',
    },
    {
      says: 'a negative burn',
      text: '# c\ndate,burned\n2024-01-01,-1\n',
      problem:
        'data/weekly.csv:3: parameter.out-of-range: Column burned is -1 token/week: below the least allowed, 0 token/week.',
    },
    {
      says: 'dates out of order',
      text: 'date,burned\n2024-01-08,1\n2024-01-01,1\n',
      problem:
        'data/weekly.csv:3: table.dates-out-of-order: The date 2024-01-01 does not come after the one before it.',
    },
    {
      says: 'a date twice',
      text: 'date,burned\n2024-01-08,1\n2024-01-08,1\n',
      problem: 'data/weekly.csv:3: table.dates-out-of-order',
    },
    {
      says: 'no date',
      text: 'date,burned\n08.01.2024,1\n',
      problem: 'data/weekly.csv:2: table.not-a-date: Column date holds "08.01.2024".',
    },
    {
      says: 'no column date',
      text: 'day,burned\n2024-01-08,1\n',
      problem: 'small.yaml:25:50: table.missing-column: data/weekly.csv has no column "date"',
    },
    {
      says: 'a row too short',
      text: 'date,burned\n2024-01-08\n',
      problem:
        'data/weekly.csv:2: table.row-length: The row has 1 cells. (The header (line 1) names 2 columns.)',
    },
    {
      says: 'no rows',
      text: 'date,burned\n',
      problem: 'data/weekly.csv:1: table.empty: The table has no rows.',
    },
    { says: 'nothing', text: '', problem: 'data/weekly.csv:1: table.empty: The table has no header.' },
    {
      says: 'two columns of a name',
      text: 'date,burned,burned\n2024-01-08,1,1\n',
      problem: 'data/weekly.csv:1: table.header: Two columns are called "burned".',
    },
    { says: 'quotes', text: 'date,burned\n2024-01-08,"1"\n', problem: 'data/weekly.csv:2: table.quotes' },
    {
      says: 'a NUL',
      text: 'date,burned\n2024-01-08,1\0\n',
      problem:
        'small.yaml:25:25: file.not-text: data/weekly.csv is not a text file: it holds a NUL byte (byte 25).',
    },
  ])('$says', ({ text, problem }) => {
    const found = problemsOf(smallText, withFile(weekly, text));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });
});
