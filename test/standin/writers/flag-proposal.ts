import { refuse } from '../refusal.ts';
import { findProposal, findSpace } from '../store.ts';
import { steers } from './check-author.ts';
import type { Writer } from './writer.ts';

/** Admins and moderators may hide a proposal without taking it away. */
export const flagProposal: Writer = async ({ space: id, author, payload }, { store }) => {
  const proposal = findProposal(store, id, payload.proposal) ?? refuse('unknown proposal');
  if (proposal.flagged) refuse('proposal already flagged');
  const space = findSpace(store, id);
  if (space === undefined || !steers(space, author)) refuse('not authorized to flag proposal');
  return () => {
    proposal.flagged = true;
  };
};
