import { stat } from 'node:fs/promises';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { fromUser } from '../../places.ts';

/** A store that is not there would only look as if its shard had done nothing. Throws `store.missing`. */
export async function checkStores(written: readonly string[]): Promise<void> {
  for (const each of written) {
    const found = await stat(fromUser(each)).catch(() => undefined);
    if (found?.isDirectory() === true) continue;
    throw new StudioError({
      code: 'store.missing',
      message: found === undefined ? 'There is no such folder.' : 'It is no folder.',
      hint: 'Name the folders that the shards were given with --store.',
      where: each,
    });
  }
}
