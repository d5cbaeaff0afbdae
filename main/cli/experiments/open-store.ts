import path from 'node:path';
import type { Command } from 'commander';
import { nodeFiles } from '../../ports/node-files.ts';
import { openRunStore, type RunStore } from '../../services/experiments/run-store.ts';
import type { Installation } from '../../services/installation.ts';
import { engineId } from '../../services/studio-info.ts';
import { fromUser } from '../places.ts';

/** What `--store` and `--no-store` say: a folder, false for none, or nothing. */
export type StoreFlag = string | boolean | undefined;

/** Gives a command the flags of the run store. */
export const withStoreFlags = (command: Command): Command =>
  command
    .option('--store <folder>', "where runs are kept (default: runs in the project's folder)")
    .option('--no-store', 'keep no runs');

/** The run store that the flags name, or that of the project; none with `--no-store`. */
export async function openStore(
  installation: Installation,
  flag: StoreFlag,
  project: string,
): Promise<RunStore | undefined> {
  if (flag === false) return undefined;
  const folder = typeof flag === 'string' ? fromUser(flag) : path.join(project, 'runs');
  return await openRunStore(nodeFiles, { folder, engineId: await engineId(nodeFiles, installation) });
}
