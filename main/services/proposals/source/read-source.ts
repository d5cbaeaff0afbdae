import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { type ProposalLink, proposalLink } from '../../../../sim-core/evidence/proposal-link.ts';
import type { ProposalSource } from '../../../api/proposals/proposals-api.ts';
import type { OpenWeb } from '../../../ports/open-web.ts';
import type { Web } from '../../../ports/web.ts';
import { hubAt } from '../../publish/hub/hub.ts';
import { publicServers } from '../../publish/settings/publish-settings.ts';
import { fetchText } from './fetch-text.ts';

export interface SourceTools {
  readonly web: Web;
  readonly open: OpenWeb;
  /** The hub that the person has set. */
  readonly hub: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
}

/**
 * The text of a proposal that a person names by a link or an id: from the hub, or from the address. Only called where the person asked
 * for it. Throws `source.*`, `hub.*` or `web.*`.
 */
export async function readSource(written: string, tools: SourceTools): Promise<ProposalSource> {
  const link = proposalLink(written);
  switch (link?.kind) {
    case 'id':
      return await fromHub(link, tools);
    case 'address': {
      const { text, address } = await fetchText(link.address, tools);
      return { text, from: address };
    }
    case 'refused':
      throw new StudioError(link.problem);
    default:
      throw new StudioError({
        code: 'source.no-link',
        message: `"${written.trim().slice(0, 80)}" is no link to a proposal, and no id of one.`,
        hint: 'Give an address that begins with https://, or 0x and 64 hexadecimal digits.',
      });
  }
}

async function fromHub(
  { id, network }: Extract<ProposalLink, { kind: 'id' }>,
  { web, hub, clock }: SourceTools,
): Promise<ProposalSource> {
  const url = hubOf(network, hub);
  const { host } = new URL(url);
  const proposal = await hubAt({ web, url, clock }).proposal(id);
  if (proposal === null)
    throw new StudioError({
      code: 'source.unknown-id',
      message: `${host} knows no proposal ${id}.`,
      hint: 'Check the id, and in the settings whether it is this hub that has it.',
    });
  return {
    text: `# ${proposal.title}\n\n${proposal.body}\n`,
    from: `${host}: proposal ${id} of ${proposal.space}, by ${proposal.author}`,
  };
}

/** A link says which of Snapshot's public hubs it means; a hub of one's own has both. */
function hubOf(network: 'mainnet' | 'testnet' | undefined, hub: string): string {
  const isPublic = Object.values(publicServers).some((servers) => servers.hub === hub);
  return network !== undefined && isPublic ? publicServers[network].hub : hub;
}
