import { writeAlias } from './alias.ts';
import { cancelProposal } from './cancel-proposal.ts';
import { flagProposal } from './flag-proposal.ts';
import { updateProposal } from './update-proposal.ts';
import { writeProposal } from './write-proposal.ts';
import { writeVote } from './write-vote.ts';
import type { Writer } from './writer.ts';

/** The kinds of message that the stand-in keeps. */
export const writers: ReadonlyMap<string, Writer> = new Map([
  ['proposal', writeProposal],
  ['update-proposal', updateProposal],
  ['delete-proposal', cancelProposal],
  ['flag-proposal', flagProposal],
  ['vote', writeVote],
  ['alias', writeAlias],
]);
