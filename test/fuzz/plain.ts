import { type Problem, StudioError } from '../../sim-core/contract/errors.ts';

/** Longest sentence that may come back: a reader must not repeat whole files. */
const longest = 20_000;

/** Throws where a problem is none that a person could act on. */
export function plain({ code, message }: Problem): void {
  if (!/^[a-z][a-z-]*\.[a-z0-9-]+$/.test(code))
    throw new Error(`a problem with the code ${code}: ${message}`);
  if (message === '' || message.length > longest)
    throw new Error(`a message of ${message.length} characters: ${message.slice(0, 100)}`);
  if (/\[object |TypeError|RangeError|is not a function|\n {4}at /.test(withoutQuotes(message)))
    throw new Error(`a message that nobody can read: ${message.slice(0, 300)}`);
}

/** A message may quote what was written, whatever that is. */
const withoutQuotes = (message: string): string => message.replaceAll(/"(?:[^"\\]|\\.)*"|“[^”]*”/g, '""');

/** Only a `StudioError` may come out of a reader: all else is thrown on. */
export function judge(thrown: unknown): void {
  if (!(thrown instanceof StudioError)) throw thrown;
  plain(thrown);
}
