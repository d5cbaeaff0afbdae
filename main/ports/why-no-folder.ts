import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/**
 * Why a folder could not be made. Node says ENOENT where a place above it is read-only or closed: then what that place itself says is
 * the reason.
 */
export async function whyNoFolder(folder: string, error: unknown): Promise<unknown> {
  if (!isMissing(error)) return error;
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    const refused: unknown = await access(above, constants.W_OK).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (refused === undefined) return error;
    if (!isMissing(refused)) return refused;
    if (above === path.dirname(above)) return error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
