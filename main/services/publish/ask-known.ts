import type { KnownFacts } from '../../api/publish/known.ts';
import type { Web } from '../../ports/web.ts';
import { blockHead } from './block-head.ts';
import { hubAt } from './hub/hub.ts';
import type { PublishSettings } from './settings/publish-settings.ts';
import { publicServers, targetOf } from './settings/publish-settings.ts';

interface AskParts {
  readonly web: Web;
  readonly settings: PublishSettings;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * All that the network knows around a draft: the space, live limits, premium networks, the author's active proposals, the newest
 * block where an RPC is set, and for the test network whether the main one has such a space. What is not answered beside the space
 * stays absent, and the preflight says so. Throws `hub.*`, `web.*`, `rpc.*` and `block.wrong-network`.
 */
export async function askKnown(
  { space: id, from }: { readonly space: string; readonly from: string },
  { web, settings, clock }: AskParts,
): Promise<KnownFacts> {
  const hub = hubAt({ web, url: settings.hub, clock });
  const space = await hub.space(id);
  if (space.data === null) return { space: null, ...ahead(space.clockAhead) };
  const { network } = space.data;
  const [limits, premiumNetworks, activeOfAuthor, headBlock, onMainnet] = await Promise.all([
    unlessSilent(hub.limits()),
    unlessSilent(hub.premiumNetworks()),
    from === '' ? undefined : unlessSilent(hub.activeOf(from)),
    settings.rpc === undefined ? undefined : blockHead({ web, url: settings.rpc }, network),
    targetOf(settings.sequencer) === 'testnet'
      ? unlessSilent(isThere(hubAt({ web, url: publicServers.mainnet.hub, clock }), id))
      : undefined,
  ]);
  return {
    space: space.data,
    ...ahead(space.clockAhead),
    ...(limits === undefined ? {} : { limits }),
    ...(premiumNetworks === undefined ? {} : { premiumNetworks }),
    ...(activeOfAuthor === undefined ? {} : { activeOfAuthor }),
    ...(headBlock === undefined ? {} : { headBlock }),
    ...(onMainnet === undefined ? {} : { onMainnet }),
  };
}

const ahead = (clockAhead: number | undefined) => (clockAhead === undefined ? {} : { clockAhead });

const isThere = async (hub: ReturnType<typeof hubAt>, id: string): Promise<boolean> =>
  (await hub.space(id)).data !== null;

async function unlessSilent<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}
