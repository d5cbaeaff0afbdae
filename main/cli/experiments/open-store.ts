import { nodeFiles } from '../../ports/node-files.ts';
import { openRunStore, type RunStore } from '../../services/experiments/run-store.ts';
import type { Installation } from '../../services/installation.ts';
import { engineId } from '../../services/studio-info.ts';
import { fromUser } from '../places.ts';

/** The run store in the folder of `--runs`; none where it was not given. */
export async function openStore(
  installation: Installation,
  written: string | undefined,
): Promise<RunStore | undefined> {
  if (written === undefined) return undefined;
  const id = await engineId(nodeFiles, installation);
  return await openRunStore(nodeFiles, { folder: fromUser(written), engineId: id });
}
