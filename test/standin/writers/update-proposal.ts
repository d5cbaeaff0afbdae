import { refuse } from '../refusal.ts';
import { findProposal, findSpace } from '../store.ts';
import { secondsPassed } from '../world.ts';
import { hasFlaggedLink } from './check-links.ts';
import { choicesFitType, isUpdate } from './proposal-format.ts';
import { checkPrivacy, pluginsOf, privacyKept } from './write-proposal.ts';
import type { Writer } from './writer.ts';

/** An update changes the text of a proposal that has not started; its times and block stay as they are. */
export const updateProposal: Writer = async ({ space: id, author, timestamp, payload }, world) => {
  const space = findSpace(world.store, id) ?? refuse('unknown space');
  const { voting } = space.settings;
  if (!isUpdate(payload)) return refuse('wrong proposal format');
  const proposal = findProposal(world.store, id, payload.proposal) ?? refuse('unknown proposal');
  if (proposal.start < secondsPassed(world)) refuse('proposal already started');
  if (!choicesFitType(payload.type, payload.choices))
    refuse(`wrong choices for "${payload.type}" type voting`);
  if (proposal.author !== author) refuse('Not the author');
  checkPrivacy(voting?.privacy, payload.privacy);
  if (voting?.type && payload.type !== voting.type) refuse('space voting type mismatch');
  return ({ ipfs }) => {
    Object.assign(proposal, {
      ipfs,
      updated: timestamp,
      type: payload.type,
      plugins: pluginsOf(payload.metadata.plugins),
      title: payload.name,
      body: payload.body,
      discussion: payload.discussion,
      choices: payload.choices,
      labels: payload.labels ?? [],
      privacy: privacyKept(voting?.privacy, payload.privacy),
      scores: [],
      scoresByStrategy: [],
      flagged: hasFlaggedLink(payload.body, world),
    });
  };
};
