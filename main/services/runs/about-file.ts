import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../json-in.ts';

const format = 'depin-studio/about/1';

/** `about.json` beside a run: what its manifest does not say, since the numbers do not depend on it. */
const aboutFile = z.object({
  format: z.literal(format),
  /** Id of the scenario as places name it, such as `wireless-burn-mint/free`. */
  scenario: z.string().optional(),
  /** The file of the scenario's text, within the folder of the run. */
  text: z.string().optional(),
  keptAt: z.string().optional(),
  seconds: z.number().optional(),
  note: z.string().optional(),
  /** What differed from the base on the day the run was made. */
  changed: z
    .array(z.object({ path: z.string(), from: z.string().optional(), to: z.string().optional() }))
    .optional(),
});

export type About = Omit<z.infer<typeof aboutFile>, 'format'>;

const aboutName = 'about.json';

/** What is written beside the run in a folder; nothing where there is no such file, or none that can be read. */
export async function readAbout(files: Files, folder: string): Promise<About> {
  const content = await files.read(path.join(folder, aboutName), 4 * 1024 * 1024);
  const read = content.kind === 'bytes' ? aboutFile.safeParse(jsonIn(content.bytes)) : undefined;
  if (read?.success !== true) return {};
  const { format: _, ...about } = read.data;
  return about;
}

export async function writeAbout(files: Files, folder: string, about: About): Promise<void> {
  await files.write(path.join(folder, aboutName), `${JSON.stringify({ format, ...about }, null, 2)}\n`);
}
