import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { parameterRows } from './parameter-rows.ts';
import { refsIn, type Side } from './side.ts';

const spec = (period: number, ticks = 100): ScenarioSpec => ({
  ...{ id: 's', version: 1, startDay: 0, ticks },
  mechanisms: [{ id: 'emission.halving', version: 1, slot: 'emission', parameters: { period, initial: 5 } }],
});
const side = (ref: string, period: number, ticks?: number): Side => ({
  ...{ ref, kind: 'disk', scenario: ref, label: ref, title: ref, spec: spec(period, ticks), text: '' },
  parameters: [
    {
      path: 'emission.halving.period',
      label: 'Halves every',
      shown: `${period} month`,
      origin: { kind: 'source', text: 'HIP' },
    },
    {
      path: 'emission.halving.initial',
      label: 'At first',
      shown: '5 token',
      origin: { kind: 'assumption', text: '' },
    },
  ],
});

describe('what is compared', () => {
  it('is named once each, six at most', () => {
    expect(refsIn('a,b,a,,c~draft')).toEqual(['a', 'b', 'c~draft']);
    expect(refsIn('1,2,3,4,5,6,7')).toHaveLength(6);
    expect(refsIn(undefined)).toEqual([]);
  });

  it('differs in some parameters, by so much from the first', () => {
    const rows = parameterRows([side('a', 24), side('b', 18), side('c', 24, 50)]);
    expect(rows.filter(({ differs }) => differs).map(({ path }) => path)).toEqual([
      'horizon',
      'emission.halving.period',
    ]);
    const period = rows.find(({ path }) => path === 'emission.halving.period');
    expect(period?.cells.map(({ shown, change }) => [shown, change])).toEqual([
      ['24 month', undefined],
      ['18 month', -0.25],
      ['24 month', undefined],
    ]);
  });

  it('lacks what only one has', () => {
    const [row] = parameterRows([side('a', 24), { ...side('b', 18), parameters: [] }]).filter(
      ({ path }) => path === 'emission.halving.initial',
    );
    expect(row?.cells[1]).toEqual({});
  });

  it('is a tidy table', () => {
    const difference = { pairs: 2, mean: -3, interval: { low: -4, high: -2 }, above: 0, below: 2 };
    const text = [
      ...comparisonCsv(
        {
          ...{ labels: ['a', '=b'], seeds: ['1', '2'], verdicts: [], gains: [[]] },
          measures: [
            { written: 'm@end', title: 'M', unit: 'USD', means: [10, 7], differences: [difference] },
          ],
        },
        [],
      ),
    ].join('');
    expect(text.split('\n')).toEqual([
      'part,what,group,unit,side,value,difference,low,high,seeds',
      'measure,m@end,,USD,a,10,,,,',
      "measure,m@end,,USD,'=b,7,-3,-4,-2,2",
      '',
    ]);
  });
});
