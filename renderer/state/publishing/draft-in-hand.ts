import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Studio } from '../studio.ts';

/** The draft that is open, once all that was typed is in its file. Throws where there is none, or where it cannot be written. */
export async function draftInHand({
  proposals,
}: Studio): Promise<{ readonly id: string; readonly text: string }> {
  await proposals.editing.flush();
  const open = proposals.editing.open.get();
  if (open === undefined)
    throw new StudioError({
      code: 'publish.no-draft',
      message: 'No draft is open.',
      hint: 'Open one in Propose, or start one from a comparison.',
    });
  if (open.problem !== undefined) throw new StudioError(open.problem);
  return { id: open.id, text: open.text };
}
