import { expect, it } from 'vitest';
import { failureMoment } from './failure-moment.ts';

const failure = (where?: string) => ({
  seed: '7',
  problem: { code: 'run.invariant', message: 'Broken', ...(where === undefined ? {} : { where }) },
});

it('reads where the kernel stopped a seed', () => {
  expect(failureMoment(failure('seed 7, tick 120 (2023-08-22), emission.halving'))).toEqual({
    tick: 120,
    date: '2023-08-22',
    part: 'emission.halving',
  });
  expect(failureMoment(failure('seed a, tick 1 (x), tick 4 (2023-08-22), ledger'))?.tick).toBe(4);
});

it('knows no moment of a failure that is not of a day', () => {
  expect(failureMoment(failure())).toBeUndefined();
  expect(failureMoment(failure('seed 7'))).toBeUndefined();
});
