import { z } from 'zod';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Files } from '../ports/files.ts';
import type { Installation } from './installation.ts';
import { jsonIn } from './json-in.ts';

const manifest = z.object({ version: z.string() });
const engine = z.object({ id: z.string().regex(/^sha256:[0-9a-f]{64}$/) });

/** The version of the studio that is installed. Throws `installation.broken`. */
export async function studioVersion(files: Files, { manifest: file }: Installation): Promise<string> {
  return (await readJson(files, file, manifest)).version;
}

/** `sha256:…` of the engine bundle that is installed. Throws `installation.broken`. */
export async function engineId(files: Files, { engineId: file }: Installation): Promise<string> {
  return (await readJson(files, file, engine)).id;
}

async function readJson<T>(files: Files, file: string, schema: z.ZodType<T>): Promise<T> {
  const content = await files.read(file, 1024 * 1024);
  const read = schema.safeParse(content.kind === 'bytes' ? jsonIn(content.bytes) : undefined);
  if (read.success) return read.data;
  throw new StudioError({
    code: 'installation.broken',
    message: `${file} is missing or damaged.`,
    hint: 'Build the studio again with `npm run build`, or install it again.',
    where: file,
  });
}
