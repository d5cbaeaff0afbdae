import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Studio } from '../studio.ts';

/** Does one thing at a time for the part of the screen that publishes; what goes wrong is shown there. Answers undefined then. */
export async function inPane<T>(
  { publishing }: Studio,
  doing: string,
  act: () => Promise<T>,
): Promise<T | undefined> {
  publishing.doing.set(doing);
  publishing.problem.set(undefined);
  try {
    return await act();
  } catch (error) {
    publishing.problem.set(toProblem(error));
    publishing.pane.set('publish');
    return undefined;
  } finally {
    publishing.doing.set(undefined);
  }
}
