import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Code } from '../../../sim-core/contract/extension.ts';
import type { Worker } from '../../../sim-core/worker/spawn.ts';
import { spawnNode } from '../../../sim-core/worker/spawn-node.ts';
import type { Installation } from '../installation.ts';

/** Asks one worker thread in which a project's modules are loaded, then ends it. */
export async function inOwnThread<Answer>(
  { workerUrl, engineUrl }: Installation,
  code: readonly Code[],
  ask: (worker: Worker) => Promise<Answer>,
): Promise<Answer> {
  let worker: Worker | undefined;
  const dead = new Promise<never>((_, reject) => {
    worker = spawnNode({ workerUrl, engineUrl, code })((problem) => reject(new StudioError(problem)));
  });
  dead.catch(() => {});
  if (worker === undefined) return await dead;
  try {
    await Promise.race([worker.loaded, dead]);
    return await Promise.race([ask(worker), dead]);
  } finally {
    worker.terminate();
  }
}
