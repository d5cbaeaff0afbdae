import { describe, expect, it } from 'vitest';
import { outcomeOf, standingOf } from './judge.ts';
import { parseGoals } from './parse-goals.ts';

const at = (metric: string, days: number) => ({ kind: 'at', metric, time: { kind: 'day', days } });

describe('parseGoals', () => {
  it('reads a goal with a constraint that has to hold with a probability', () => {
    const sentence = 'maximise providers.active@36mo subject to supply.inflation@36mo < 6 % with P >= 0.95';
    expect(parseGoals([sentence])).toEqual({
      goals: [
        {
          sense: 'maximise',
          statistic: { kind: 'mean' },
          measure: at('providers.active', 1095),
          written: 'providers.active@36mo',
        },
      ],
      constraints: [
        {
          measure: at('supply.inflation', 1095),
          bound: { comparison: '<', limit: 0.06 },
          probability: 0.95,
          written: 'supply.inflation@36mo < 6 % with P >= 0.95',
        },
      ],
    });
  });

  it('reads several goals and constraints, statistics, verdicts, units, and sentences of constraints alone', () => {
    const { goals, constraints } = parseGoals([
      'Maximise median of demand.served@end and providers.active@end and minimise p90 of mean(market.price)',
      'subject to sustainable with P >= 90% and market.price@end >= 0.5 USD/token.',
      'subject to no-death-spiral',
    ]);
    expect(goals.map(({ sense, statistic }) => [sense, statistic])).toEqual([
      ['maximise', { kind: 'quantile', p: 0.5 }],
      ['maximise', { kind: 'mean' }],
      ['minimise', { kind: 'quantile', p: 0.9 }],
    ]);
    expect(constraints.map(({ bound, probability }) => [bound, probability])).toEqual([
      [undefined, 0.9],
      [{ comparison: '>=', limit: 0.5, unit: 'USD/token' }, undefined],
      [undefined, undefined],
    ]);
  });

  it.each([
    [[''], 'It is empty.'],
    [[], 'nothing to maximise or minimise'],
    [['subject to sustainable'], 'nothing to maximise or minimise'],
    [['improve market.price@end'], '"improve market.price@end" begins with neither maximise nor minimise.'],
    [['maximise market.price'], 'say which, as market.price@end'],
    [['maximise a@end subject to b@end'], '"b@end" is held against nothing'],
    [['maximise a@end subject to b@end < six'], '"six" is no number.'],
    [['maximise a@end subject to b@end = 6'], 'no two seeds are equal'],
    [['maximise a@end subject to b@end < 6 with luck'], '"luck" is no probability'],
    [['maximise a@end subject to b@end < 6 with P > 0.9'], '"P > 0.9" is no probability: write P >= 0.95.'],
    [['maximise a@end subject to b@end < 6 with P >= 95'], 'A probability of 95 is outside 0 to 1.'],
    [['maximise a@end subject to b@end < 1 subject to c@end < 1'], '"subject to" twice'],
    [['maximise a@end and a@end'], 'It is a goal twice.'],
    [['maximise worst of a@end'], 'write p5 or p95'],
  ])('refuses %j', (sentences, message) => {
    expect(() => parseGoals(sentences)).toThrow(message);
  });
});

describe('judging', () => {
  const goals = parseGoals([
    'maximise a@end and minimise median of b@end subject to c@end < 10 with P >= 0.75',
  ]);

  it('turns goals into what is to be small, and counts the seeds that keep a constraint', () => {
    const kept = [
      [1, 2, 3, 6],
      [5, 1, 100, 3],
      [9, 9, 9, 11],
    ];
    expect(outcomeOf(goals, kept)).toEqual({ objectives: [-3, 4], violation: 0 });
    expect(outcomeOf(goals, [...kept.slice(0, 2), [9, 9, 11, 11]]).violation).toBeCloseTo(0.25, 12);
  });

  it('cannot judge a candidate of which a seed has no number', () => {
    expect(
      outcomeOf(goals, [
        [1, Number.NaN],
        [1, 1],
        [1, 1],
      ]).violation,
    ).toBe(Infinity);
  });

  it('measures what is missed of a mean by its limit, and takes the majority for a verdict', () => {
    const { constraints } = parseGoals(['maximise a@end subject to c@end < 10 and sustainable']);
    const [mean, verdict] = constraints;
    if (mean === undefined || verdict === undefined) throw new Error('two constraints were written');
    expect(standingOf(mean, [11, 13])).toEqual({ value: 12, missed: expect.closeTo(0.2, 12) });
    expect(standingOf(mean, [10, 10]).missed).toBeGreaterThan(0);
    expect(standingOf(verdict, [1, 0]).missed).toBeGreaterThan(0);
    expect(standingOf(verdict, [1, 0, 1]).missed).toBe(0);
  });
});
