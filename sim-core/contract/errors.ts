/** One shape for everything that can go wrong, whichever door it leaves by (CLI, HTTP, IPC, a worker). */
export interface Problem {
  /** Stable and machine-readable, such as `parameter.out-of-range`. */
  readonly code: string;
  /** What is wrong, in a sentence for the person who has to mend it. */
  readonly message: string;
  /** What is allowed, or what to do. */
  readonly hint?: string;
  /** `file:line:column`, a parameter path, or a seed with its tick. */
  readonly where?: string;
}

/** Thrown for every failure that a person can act on; anything else that is thrown is a defect of ours. */
export class StudioError extends Error implements Problem {
  readonly code: string;
  readonly hint?: string;
  readonly where?: string;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'StudioError';
    this.code = problem.code;
    if (problem.hint !== undefined) this.hint = problem.hint;
    if (problem.where !== undefined) this.where = problem.where;
  }
}

/** The plain form of any thrown value: what may cross a thread, a socket or a bridge. */
export function toProblem(thrown: unknown): Problem {
  if (!(thrown instanceof Error)) return { code: 'defect', message: String(thrown) };
  if (!isProblem(thrown)) return { code: 'defect', message: thrown.message };
  return {
    code: thrown.code,
    message: thrown.message,
    ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
    ...(thrown.where === undefined ? {} : { where: thrown.where }),
  };
}

function isProblem(error: Error): error is Error & Problem {
  return 'code' in error && typeof error.code === 'string';
}
