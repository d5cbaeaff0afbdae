import snapshot from '@snapshot-labs/snapshot.js';
import type { Json } from './json.ts';
import type { ProposalRow } from './store.ts';
import { secondsRounded, type World } from './world.ts';

/** How the protocol's library counts votes of one type: the server and every page that shows results use it. */
interface Count {
  getScores(): number[];
  getScoresByStrategy(): number[][];
  getScoresTotal(): number;
}
interface Counting {
  new (proposal: object, votes: readonly object[], strategies: readonly object[]): Count;
  isValidChoice(choice: Json, choices: readonly string[]): boolean;
}
// The library's types name each class; what they have in common is written down above.
const countings = new Map<string, Counting>(
  Object.entries(snapshot.utils.voting as unknown as Record<string, Counting>),
);

/** True where a choice is one of its vote's type. A type that cannot be counted, `custom`, breaks the server. */
export function fitsVote(type: string, choice: Json, choices: readonly string[]): boolean {
  const counting = countings.get(type);
  if (counting === undefined) throw new Error(`votes of type ${type} cannot be counted`);
  return counting.isValidChoice(choice, choices);
}

/** Counts a proposal's votes anew, unless its result is final. Encrypted votes are opened after the end: never here. */
export function tally(proposal: ProposalRow, world: World): boolean {
  const now = secondsRounded(world);
  if (now <= proposal.start) return false;
  if (proposal.scoresState === 'final') return true;
  if (proposal.privacy === 'shutter' && now > proposal.end) return true;
  const counting = countings.get(proposal.type);
  if (counting === undefined) throw new Error(`votes of type ${proposal.type} cannot be counted`);
  const votes = world.store.votes
    .filter((vote) => vote.proposal === proposal.id)
    .map(({ choice, vp, vpByStrategy }) => ({ choice, balance: vp, scores: vpByStrategy }));
  const count = new counting(proposal, votes, proposal.strategies);
  Object.assign(proposal, {
    scores: count.getScores(),
    scoresByStrategy: count.getScoresByStrategy(),
    scoresTotal: count.getScoresTotal(),
    scoresState: now > proposal.end ? 'final' : 'pending',
    scoresUpdated: now,
    votes: votes.length,
  });
  return true;
}
