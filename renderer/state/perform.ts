import { toProblem } from '../../sim-core/contract/errors.ts';
import type { Command } from './command.ts';
import type { Studio } from './studio.ts';

/** Runs a command if it makes sense now; what goes wrong is shown. */
export async function perform(command: Command, studio: Studio): Promise<void> {
  if (!command.enabled(studio)) return;
  studio.problem.set(undefined);
  await attempt(studio, () => command.run(studio));
}

/** Does something; what goes wrong is shown. */
export async function attempt(studio: Studio, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    studio.problem.set(toProblem(error));
  }
}
