import { type Problem, StudioError } from '../../sim-core/contract/errors.ts';

/** Bad input with several problems: a door shows all of them. */
export class Refusal extends StudioError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0] ?? { code: 'refused', message: 'The input was refused.' });
    this.problems = problems;
  }
}
