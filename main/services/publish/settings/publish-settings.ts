import { type PublishSettings, publicServers } from '../../../api/publish/publish-settings.ts';
import type { Target } from '../preflight/facts.ts';

export { type PublishSettings, publicServers };

/** What holds until the person says otherwise. */
export const usualSettings: PublishSettings = publicServers.mainnet;

/** Which of the public servers a sequencer is. */
export function targetOf(sequencer: string): Target {
  const host = URL.canParse(sequencer) ? new URL(sequencer).host.toLowerCase() : '';
  if (host === new URL(publicServers.mainnet.sequencer).host) return 'mainnet';
  return host === new URL(publicServers.testnet.sequencer).host ? 'testnet' : 'other';
}
