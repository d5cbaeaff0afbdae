import { nodeWeb } from '../../ports/node-web.ts';
import { followProposal, votesOf } from '../../services/publish/follow-proposal.ts';
import { say, shortNumber, textTable } from '../terminal.ts';
import { serversAsked } from './publish-bench.ts';
import type { PublishOptions } from './publish-options.ts';
import { statusReport } from './publish-report.ts';

/** Shows how a published proposal stands. Throws `proposal.not-there`, `hub.*`, `web.*`. */
export async function carryOutFollow(
  id: string,
  options: PublishOptions & { readonly votes?: number },
): Promise<void> {
  const { hub } = await serversAsked(options);
  const door = { web: nodeWeb, url: hub, clock: Date.now };
  const status = await followProposal(door, id);
  const votes =
    options.votes === undefined ? [] : await votesOf(door, id, Math.min(options.votes, mostVotes));
  if (options.json === true) return say(JSON.stringify({ ...status, largestVotes: votes }));
  say(statusReport(status));
  if (votes.length === 0) return;
  const rows = votes.map(({ voter, choice, power }) => [`${voter}  ${choice}`, shortNumber(power)]);
  say(`\n${textTable([['vote', 'power'], ...rows])}`);
}

/** A hub answers no more at once. */
const mostVotes = 1000;
