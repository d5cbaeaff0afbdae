import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Code } from '../../../sim-core/contract/extension.ts';
import type { Worker } from '../../../sim-core/worker/spawn.ts';
import { spawnNode } from '../../../sim-core/worker/spawn-node.ts';
import type { Installation } from '../installation.ts';

/** Milliseconds that modules may take to be loaded, and to answer: examples are tiny. */
const longest = 20_000;

/**
 * Asks one worker thread in which a project's modules are loaded, then ends it. Throws what loading or asking throws, and
 * `extension.endless` where a module has not answered after `patienceMs`: 20 seconds if absent.
 */
export async function inOwnThread<Answer>(
  { workerUrl, engineUrl }: Installation,
  code: readonly Code[],
  ask: (worker: Worker) => Promise<Answer>,
  patienceMs = longest,
): Promise<Answer> {
  let worker: Worker | undefined;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const dead = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(endless(code)), patienceMs);
    worker = spawnNode({ workerUrl, engineUrl, code })((problem) => reject(new StudioError(problem)));
  });
  dead.catch(() => {});
  if (worker === undefined) return await dead.finally(() => clearTimeout(clock));
  try {
    await Promise.race([worker.loaded, dead]);
    return await Promise.race([ask(worker), dead]);
  } finally {
    clearTimeout(clock);
    worker.terminate();
  }
}

const endless = (code: readonly Code[]): StudioError =>
  new StudioError({
    code: 'extension.endless',
    message: `The code of this project has not answered: ${code.map(({ name }) => name).join(', ')}.`,
    hint: 'A loop in one of them may never end. Change it; it is read again then.',
  });
