import { expect, it } from 'vitest';
import { exitCodeOf } from './exit-code.ts';

it('is 1 where work stopped half-way, and 2 where the command line asks what cannot be', () => {
  const codeFor = (...codes: string[]) => exitCodeOf(codes.map((code) => ({ code })));
  expect(['experiment.cancelled', 'run.cancelled', 'file.no-room'].map((code) => codeFor(code))).toEqual([
    1, 1, 1,
  ]);
  expect([codeFor('file.unwritable'), codeFor('scenario.unknown'), codeFor()]).toEqual([2, 2, 2]);
  expect(codeFor('experiment.cancelled', 'scenario.unknown')).toBe(2);
});
