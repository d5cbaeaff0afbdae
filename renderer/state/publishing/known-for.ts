import type { KnownFacts } from '../../../main/api/publish/known.ts';
import { draftHead, headValue } from '../proposals/draft-head.ts';
import type { Around } from './publishing.ts';

/** The space and the account that a draft names. */
export function namedIn(text: string): { readonly space: string; readonly from: string } {
  const head = draftHead(text);
  return { space: headValue(head, 'space'), from: headValue(head, 'from') };
}

/** What is known around a text: nothing of another space, and nothing of another account. */
export function knownFor(text: string, around: Around | undefined): KnownFacts {
  const { space, from } = namedIn(text);
  if (around === undefined || around.space !== space.toLowerCase()) return {};
  if (around.from === from.toLowerCase()) return around.known;
  const { activeOfAuthor: _, ...rest } = around.known;
  return rest;
}
