import { expect, it } from 'vitest';
import { analysisOf } from './analyses.ts';
import type { TriedFactor } from './tried-factor.ts';

const tried: TriedFactor = {
  factor: { path: 'a.b', min: 0, max: 1, scale: 'linear' },
  ...{ label: 'B', unit: '1', range: '0 to 1', unsourced: false },
};
const subject = { factors: [tried], seed: 'a', verdict: true, show: String };

it('a point of which half of the seeds pass does not pass, as where a verdict turns', () => {
  const choice = { method: 'regional', repeats: 40, points: 40, because: '' } as const;
  const { points, analyse } = analysisOf(choice, subject);
  // Above the middle three of four seeds pass, below it two.
  const outputs = points.map(([x = 0]) => (x > 0.5 ? 0.75 : 0.5));
  expect(analyse(outputs).effects[0]).toMatchObject({ effect: 1, matters: true });
  expect(() => analyse(points.map(() => 0.5))).toThrow('None of 40 points pass');
});

it("Morris' effect of one of two values is what the output differs by between them", () => {
  const choice = { method: 'morris', repeats: 5, points: 10, because: '' } as const;
  const listed: TriedFactor = { ...tried, factor: { path: 'a.b', values: ['1000', '2000'] } };
  const { points, analyse } = analysisOf(choice, { ...subject, factors: [listed] });
  const [effect] = analyse(points.map(([x = 0]) => (x < 0.5 ? 1000 : 2000))).effects;
  expect(effect).toMatchObject({ effect: 1000, low: 1000, high: 1000 });
});
