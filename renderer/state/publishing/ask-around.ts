import type { KnownFacts } from '../../../main/api/publish/known.ts';
import { draftHead, headValue } from '../proposals/draft-head.ts';
import type { Studio } from '../studio.ts';
import { knownFor, namedIn } from './known-for.ts';
import { publishSettings } from './publication-queries.ts';

/** Milliseconds for which what a hub said is taken as it was. */
const freshFor = 2 * 60_000;

/** Asks the hub, and the RPC where one is set, for all around a text. Rejects with what went wrong. */
export async function askAround({ client, publishing }: Studio, text: string): Promise<KnownFacts> {
  const { space, from } = namedIn(text);
  const known = await client.call('publish.space', { space, from });
  publishing.around.set({
    ...{ space: space.toLowerCase(), from: from.toLowerCase(), source: 'hub', known },
    at: Date.now(),
  });
  return known;
}

/** What is known around a text; asked for where it is missing or old. Pasted settings need no hub, and only the RPC for a block. */
export async function knownNow(studio: Studio, text: string): Promise<KnownFacts> {
  const around = studio.publishing.around.get();
  const { space, from } = namedIn(text);
  const ofSpace = around !== undefined && around.space === space.toLowerCase();
  if (ofSpace && around.source === 'pasted') return await withHead(studio, text);
  const fresh = ofSpace && around.from === from.toLowerCase() && Date.now() - around.at < freshFor;
  return fresh ? around.known : await askAround(studio, text);
}

/** Takes the settings of the space from JSON that a person pasted. Asks nobody. Rejects with `space.unreadable`. */
export async function takePasted({ client, publishing }: Studio, text: string, json: string): Promise<void> {
  const { space, from } = namedIn(text);
  const known = await client.call('publish.readSpace', { text: json, space });
  publishing.around.set({
    ...{ space: space.toLowerCase(), from: from.toLowerCase(), source: 'pasted', known },
    at: Date.now(),
  });
}

/** The newest block beside pasted settings, where a node is named and the draft has no block of its own. */
async function withHead(studio: Studio, text: string): Promise<KnownFacts> {
  const { client, publishing, queries } = studio;
  const around = publishing.around.get();
  const known = knownFor(text, around);
  const { rpc } = await queries.fetchQuery(publishSettings(client));
  const given = headValue(draftHead(text), 'block') !== '';
  if (around === undefined || rpc === undefined || given || known.headBlock !== undefined || !known.space)
    return known;
  const { headBlock } = await client.call('publish.block', { network: known.space.network });
  publishing.around.set({ ...around, known: { ...around.known, headBlock } });
  return { ...known, headBlock };
}
