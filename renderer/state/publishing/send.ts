import type { PublicationKind } from '../../../main/api/publish/publish-api.ts';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Studio } from '../studio.ts';

const done: Readonly<Record<PublicationKind, string>> = {
  proposal: 'Published',
  update: 'Updated',
  cancel: 'Cancelled',
};

/** Sends what was signed, or finds out what became of it. Answers what went wrong, if anything. */
export async function sendSigned(
  studio: Studio,
  proposal: string,
  kind: PublicationKind,
): Promise<Problem | undefined> {
  const { client, publishing, queries, toasts } = studio;
  publishing.pane.set('publish');
  publishing.problem.set(undefined);
  try {
    const sent = await client.call('publish.send', { proposal, kind });
    if (sent.state === 'published') toasts.say({ text: `${done[kind]}: ${sent.proposal.slice(0, 10)}…` });
    else toasts.say({ text: 'Handed on: it is published once the Safe’s transaction is on the chain.' });
    if (kind === 'proposal') publishing.exported.set(undefined);
    return undefined;
  } catch (error) {
    return toProblem(error);
  } finally {
    await queries.invalidateQueries({ queryKey: ['publication', proposal] });
    await queries.invalidateQueries({ queryKey: ['followed', proposal] });
  }
}
