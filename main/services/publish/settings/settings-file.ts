import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../../../ports/files.ts';
import { type PublishSettings, usualSettings } from './publish-settings.ts';

/** Where the person's servers are kept: beside projects, since they belong to the person. */
export interface SettingsFile {
  read(): Promise<PublishSettings>;
  write(settings: PublishSettings): Promise<void>;
}

const kept: z.ZodType<PublishSettings> = z.strictObject({
  sequencer: z.string(),
  hub: z.string(),
  relayer: z.string().exactOptional(),
  rpc: z.string().exactOptional(),
});

export function settingsFile(files: Files, userFolder: string): SettingsFile {
  const file = path.join(userFolder, 'publish.json');
  return {
    async read() {
      const content = await files.read(file, 1024 * 1024);
      if (content.kind !== 'bytes') return usualSettings;
      try {
        return kept.parse(JSON.parse(Buffer.from(content.bytes).toString('utf8')));
      } catch {
        // Damaged: the public servers, which the person sees before anything is sent.
        return usualSettings;
      }
    },
    async write(settings) {
      await files.makeFolder(userFolder);
      await files.write(file, `${JSON.stringify(settings, null, 2)}\n`);
    },
  };
}
