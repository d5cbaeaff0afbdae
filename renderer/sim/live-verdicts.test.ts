import { expect, it } from 'vitest';
import type { SeedResult, Verdict } from '../../sim-core/contract/run.ts';
import { createLiveVerdicts } from './live-verdicts.ts';

const rule = { id: 'growing', title: 'Growing', rule: 'It grows.', source: 'test' };
const result = (seed: string): SeedResult => ({ seed, columns: [], breakdowns: [], digest: '' });
const alone = (held: number): Verdict => ({ ...rule, held, of: 1, probability: held, low: 0, high: 1 });

it('judges each seed once, while there is time, and knows where a rule held', () => {
  let time = 1;
  let more = 0;
  const asked: string[] = [];
  const verdicts = createLiveVerdicts({
    judge({ seed }) {
      asked.push(seed);
      return [alone(seed === '2' ? 0 : 1)];
    },
    allowance: { left: () => time-- > 0 },
    onMore: () => {
      more += 1;
    },
  });
  const all = ['1', '2', '3', '4'].map(result);
  expect(verdicts.over([])).toEqual([]);
  expect(verdicts.over(all)).toMatchObject([{ held: 1, of: 2 }]);
  expect(more).toBe(1);
  time = 9;
  const [growing] = verdicts.over(all);
  expect(growing).toMatchObject({ ...rule, held: 3, of: 4, probability: 0.75 });
  expect(growing?.low).toBeCloseTo(0.3006, 4);
  expect([...(growing?.seeds ?? [])]).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
    ['4', true],
  ]);
  expect(asked).toEqual(['1', '2', '3', '4']);
});
