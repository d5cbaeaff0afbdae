import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';

/** True where a file could not be written, whatever the reason. */
export const isUnwritable = (thrown: unknown): thrown is StudioError =>
  thrown instanceof StudioError && (thrown.code === 'file.unwritable' || thrown.code === 'file.no-room');

/**
 * A disk that can no longer be written stops an experiment and breaks nothing: what is in the store is whole. Throws `file.no-room`, or
 * what was thrown where that was something else.
 */
export function toldToMakeRoom(thrown: unknown): never {
  if (!isUnwritable(thrown)) throw thrown;
  const first = thrown.code === 'file.no-room' ? 'Make room.' : 'See to it that it can be written.';
  const hint = `${first} What is done is kept: start it again to go on from there.`;
  throw new StudioError({ ...toProblem(thrown), code: 'file.no-room', hint });
}
