import { type Problem, StudioError } from '../../sim-core/contract/errors.ts';

/** Bad input with several problems: all are shown, and the command ends with exit code 2. */
export class Refusal extends StudioError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0] ?? { code: 'refused', message: 'The input was refused.' });
    this.problems = problems;
  }
}
