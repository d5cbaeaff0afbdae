import { expect, it } from 'vitest';
import type { JobChoices } from '../../../../main/api/jobs/jobs-api.ts';
import { completeGoal } from './complete-goal.ts';

const choices: JobChoices = {
  parameters: [],
  metrics: [
    { id: 'providers.active', title: 'Active providers', unit: 'unit' },
    { id: 'market.price', title: 'Token price', unit: 'USD/token' },
  ],
  verdicts: [{ id: 'sustainable', title: 'Sustainable', rule: 'It pays its way.' }],
  days: 365,
  startDate: '2024-01-01',
};
const texts = (before: string): readonly string[] =>
  completeGoal(before, choices).options.map(({ text }) => text);

it.each([
  ['', ['maximise ', 'minimise ', 'subject to ']],
  ['max', ['maximise ']],
  ['maximise ', ['providers.active@end ', 'market.price@end ', 'median of ', 'p10 of ', 'p90 of ']],
  ['maximise pri', ['market.price@end ']],
  ['maximise median of ', ['providers.active@end ', 'market.price@end ']],
  ['maximise market.price@end ', ['and ', 'subject to ']],
  ['subject to ', ['sustainable ', 'providers.active@end ', 'market.price@end ']],
  ['subject to sustainable ', ['with P >= 0.9 ', 'and ']],
  ['subject to market.price@end ', ['< ', '> ']],
  ['subject to market.price@end < 6 ', ['with P >= 0.9 ', 'and ']],
  [
    'maximise market.price@end and ',
    ['maximise ', 'minimise ', 'providers.active@end ', 'market.price@end '],
  ],
])('after "%s"', (before, expected) => {
  expect(texts(before)).toEqual(expected);
});

it('takes the place of the word that is being written', () => {
  expect(completeGoal('maximise prov', choices).from).toBe('maximise '.length);
});
