import { draftInHand } from '../publishing/draft-in-hand.ts';
import { knownFor } from '../publishing/known-for.ts';
import { saveFile } from '../save-file.ts';
import type { Studio } from '../studio.ts';

/** Writes a draft that the space takes beside one that is too long for it, with the rest as an annex, and opens it. */
export async function shortenDraft(studio: Studio): Promise<void> {
  const { client, publishing, location, toasts } = studio;
  const { id, text } = await draftInHand(studio);
  const known = knownFor(text, publishing.around.get());
  const { body } = await client.call('publish.preflight', { text, known });
  const short = await client.call('proposals.shorten', { id, text, most: body.most });
  location.go({ screen: 'propose', search: { draft: short.kept.id } });
  toasts.say({
    text: `This draft fits. ${short.moved.join(', ')}: now in proposals/${short.annex}, which its last section names. Put that file where people find it before you publish.`,
  });
}

/** Saves a draft as files for networks that vote elsewhere. */
export async function handOn(studio: Studio): Promise<void> {
  const { files } = await studio.client.call('proposals.handOn', await draftInHand(studio));
  for (const { name, text } of files)
    await saveFile(studio, {
      name,
      type: name.endsWith('.json') ? 'application/json' : 'text/markdown',
      text: [text],
    });
}
