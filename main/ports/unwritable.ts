import { StudioError } from '../../sim-core/contract/errors.ts';

/** The system's code of what went wrong, such as `ENOSPC`. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const reasons = new Map<unknown, string>([
  ['EACCES', 'you are not allowed to'],
  ['EPERM', 'you are not allowed to'],
  ['EEXIST', 'there is a file of that name'],
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['EISDIR', 'it is a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['ENAMETOOLONG', 'its name is too long'],
]);

/** In words; the system's own text where none were found. */
export const reasonOf = (error: unknown): string =>
  reasons.get(codeOf(error)) ?? (error instanceof Error ? error.message : String(error));

/** Why something cannot be written: `file.no-room` where the disk is full, else `file.unwritable`. `what` begins the sentence. */
export const unwritable = (where: string, error: unknown, what = `${where} cannot be written`): StudioError =>
  new StudioError({
    code: codeOf(error) === 'ENOSPC' ? 'file.no-room' : 'file.unwritable',
    message: `${what}: ${reasonOf(error)}.`,
    hint: 'Choose a folder that exists, has space left, and that you may write to.',
    where,
  });
