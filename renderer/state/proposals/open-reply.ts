import type { Studio } from '../studio.ts';
import { proposalId } from './proposal-id.ts';

/** Makes the reply that came of another value a draft of the project, and opens it. */
export async function openReply({ proposals, location }: Studio): Promise<void> {
  const reply = proposals.forking.get()?.fork?.reply;
  if (reply === undefined) return;
  const { id } = await proposals.editing.add(proposalId(reply), reply);
  location.go({ screen: 'propose', search: { draft: id } });
}
