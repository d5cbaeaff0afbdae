import type { Problem } from '../../sim-core/contract/errors.ts';

/** What ends work that was well asked for, and that goes on from there when it is started again: no fault of the command line. */
const stopped = new Set(['experiment.cancelled', 'run.cancelled', 'file.no-room']);

/** The exit code of a problem: 1 where work stopped half-way (cancelled, a full disk), 2 where the command line asks what cannot be. */
export const exitCodeOf = (problems: readonly Pick<Problem, 'code'>[]): 1 | 2 =>
  problems.length > 0 && problems.every(({ code }) => stopped.has(code)) ? 1 : 2;
