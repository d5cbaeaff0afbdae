import type { Studio } from '../studio.ts';
import { webAddress } from './web-address.ts';

/** Keeps the servers that were typed, for this person. What others said before is forgotten. Rejects where one is no address. */
export async function keepServers(studio: Studio): Promise<void> {
  const { client, publishing, queries } = studio;
  const typed = publishing.servers.get();
  if (typed === undefined) return;
  const { sequencer, hub, rpc = '', relayer = '' } = typed;
  await client.call('publish.keepSettings', {
    sequencer: webAddress(sequencer, 'a sequencer'),
    hub: webAddress(hub, 'a hub'),
    ...(rpc === '' ? {} : { rpc: webAddress(rpc, 'an RPC') }),
    ...(relayer === '' ? {} : { relayer: webAddress(relayer, 'a relayer') }),
  });
  if (publishing.around.get()?.source === 'hub') publishing.around.set(undefined);
  await queries.invalidateQueries({ queryKey: ['publish-settings'] });
  publishing.servers.set(undefined);
}
