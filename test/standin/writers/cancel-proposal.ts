import { refuse } from '../refusal.ts';
import { findProposal, findSpace } from '../store.ts';
import { steers } from './check-author.ts';
import type { Writer } from './writer.ts';

/** The author, admins and moderators may take a proposal away, at any time; its votes go with it. */
export const cancelProposal: Writer = async ({ space: id, author, payload }, { store }) => {
  const proposal = findProposal(store, id, payload.proposal) ?? refuse('unknown proposal');
  const space = findSpace(store, id);
  const may = proposal.author === author || (space !== undefined && steers(space, author));
  if (!may) refuse('not authorized to archive proposal');
  return () => {
    store.proposals.splice(store.proposals.indexOf(proposal), 1);
    const left = store.votes.filter((vote) => vote.proposal !== proposal.id);
    store.votes.splice(0, store.votes.length, ...left);
  };
};
