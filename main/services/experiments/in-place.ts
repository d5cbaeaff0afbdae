import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';

/** Does work on what a file says: a problem that it finds is told with its place there, by the path it names or else `otherwise`. */
export function inPlace<T>(
  places: ReadonlyMap<string, string>,
  otherwise: string | undefined,
  work: () => T,
): T {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof StudioError)) throw thrown;
    const problem = toProblem(thrown);
    const where = places.get(problem.where ?? '') ?? otherwise ?? problem.where;
    throw new StudioError({ ...problem, ...(where === undefined ? {} : { where }) });
  }
}

export const noPlaces: ReadonlyMap<string, string> = new Map();
