import { transferHandlers } from 'comlink';
import { type Problem, StudioError, toProblem } from '../contract/errors.ts';

/**
 * Makes what is thrown on one side of a worker arrive as a `StudioError` on the other: comlink by itself keeps only the
 * message of an error, and its stack. Both sides call this before the first message.
 */
export function transferProblems(): void {
  const thrown = transferHandlers.get('throw');
  if (thrown === undefined) throw new Error('this version of comlink has no handler for what is thrown');
  transferHandlers.set('throw', {
    canHandle: thrown.canHandle,
    serialize: (value) => [toProblem(thrownIn(value)), []],
    deserialize(problem) {
      throw new StudioError(asProblem(problem));
    },
  });
}

/** comlink wraps what was thrown as `{ value }`. */
const thrownIn = (wrapped: unknown): unknown =>
  typeof wrapped === 'object' && wrapped !== null && 'value' in wrapped ? wrapped.value : wrapped;

/** The other side of the boundary is `serialize` above. */
const asProblem = (received: unknown): Problem => received as Problem;
