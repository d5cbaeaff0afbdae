import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../../../ports/files.ts';
import type { Vault } from '../../../ports/vault.ts';
import { jsonIn } from '../../json-in.ts';
import { type PublishSettings, usualSettings } from './publish-settings.ts';

/** Where the person's servers are kept: beside projects, since they belong to the person. */
export interface SettingsFile {
  read(): Promise<PublishSettings>;
  write(settings: PublishSettings): Promise<void>;
}

const kept = z.strictObject({
  sequencer: z.string(),
  hub: z.string(),
  relayer: z.string().exactOptional(),
  rpc: z.string().exactOptional(),
  /** `rpc` as the vault keeps it: such addresses often hold a key that somebody pays for. */
  sealedRpc: z.string().exactOptional(),
});

/**
 * `vault` is there where the system offers one; what it will not keep lasts as long as the studio is open. Without one (in a browser, on the
 * command line) the file is as private as the person's folder.
 */
export function settingsFile(files: Files, userFolder: string, vault?: Vault): SettingsFile {
  const file = path.join(userFolder, 'publish.json');
  let unsealable: string | undefined;
  return {
    async read() {
      const found = await written();
      // Damaged: the public servers, which the person sees before anything is sent.
      if (found === undefined) return usualSettings;
      const { sealedRpc, ...settings } = found;
      const rpc = sealedRpc === undefined ? unsealable : await vault?.open(sealedRpc);
      return rpc === undefined ? settings : { ...settings, rpc };
    },
    async write({ rpc, ...settings }) {
      unsealable = undefined;
      await files.makeFolder(userFolder);
      const secret = rpc === undefined ? await unopened() : await sealed(rpc);
      await files.write(file, `${JSON.stringify({ ...settings, ...secret }, null, 2)}\n`);
    },
  };

  /** What the file says; undefined where there is none, or it is damaged. */
  async function written(): Promise<z.infer<typeof kept> | undefined> {
    const content = await files.read(file, 1024 * 1024);
    return content.kind === 'bytes' ? kept.safeParse(jsonIn(content.bytes)).data : undefined;
  }

  /** A sealed address that cannot be opened here was not shown: nobody can have meant to forget it. */
  async function unopened(): Promise<{ sealedRpc?: string }> {
    const { sealedRpc } = (await written()) ?? {};
    return sealedRpc === undefined || (await vault?.open(sealedRpc)) !== undefined ? {} : { sealedRpc };
  }

  async function sealed(rpc: string): Promise<{ rpc?: string; sealedRpc?: string }> {
    if (vault === undefined) return { rpc };
    const sealedRpc = await vault.seal(rpc);
    unsealable = sealedRpc === undefined ? rpc : undefined;
    return sealedRpc === undefined ? {} : { sealedRpc };
  }
}
