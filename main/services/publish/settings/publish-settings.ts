import type { PublishSettings } from '../../../api/publish/publish-settings.ts';
import type { Target } from '../preflight/facts.ts';

export type { PublishSettings };

/** The public servers of Snapshot, and those of its test network. */
export const publicServers = {
  mainnet: { sequencer: 'https://seq.snapshot.org', hub: 'https://hub.snapshot.org/graphql' },
  testnet: { sequencer: 'https://testnet.seq.snapshot.org', hub: 'https://testnet.hub.snapshot.org/graphql' },
} as const;

/** What holds until the person says otherwise. */
export const usualSettings: PublishSettings = publicServers.mainnet;

/** Which of the public servers a sequencer is. */
export function targetOf(sequencer: string): Target {
  const host = URL.canParse(sequencer) ? new URL(sequencer).host.toLowerCase() : '';
  if (host === new URL(publicServers.mainnet.sequencer).host) return 'mainnet';
  return host === new URL(publicServers.testnet.sequencer).host ? 'testnet' : 'other';
}
