import { nodeWeb } from '../../ports/node-web.ts';
import { followProposal } from '../../services/publish/follow-proposal.ts';
import { say } from '../terminal.ts';
import type { PublishOptions } from './publish.ts';
import { serversAsked } from './publish-bench.ts';
import { statusReport } from './publish-report.ts';

/** Shows how a published proposal stands. Throws `proposal.not-there`, `hub.*`, `web.*`. */
export async function carryOutFollow(id: string, options: PublishOptions): Promise<void> {
  const { hub } = await serversAsked(options);
  const status = await followProposal({ web: nodeWeb, url: hub, clock: Date.now }, id);
  say(options.json === true ? JSON.stringify(status) : statusReport(status));
}
