import path from 'node:path';
import { z } from 'zod';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../json-in.ts';

/** A folder that holds a result or a sweep, as its manifest names it. */
export interface FoundResult {
  /** What tells it from the others: its path within the folder that was named. */
  readonly run: string;
  readonly folder: string;
  readonly format: string;
  readonly manifest: unknown;
}

const largestManifest = 256 * 1024 * 1024;
const named = z.object({ format: z.string().regex(/^depin-studio\/(?:runs?|sweep)\/\d+$/) });

/**
 * Result folders: each of `folders` itself where it holds a manifest, else those in it, in the order of their names. `damaged`
 * is told of manifests that are no JSON: of what they are nobody can say. Throws `sql.no-results` where there is none at all.
 */
export async function findResults(
  files: Files,
  folders: readonly string[],
  damaged: (manifest: string) => void,
): Promise<readonly FoundResult[]> {
  const found: FoundResult[] = [];
  for (const folder of folders) {
    const itself = await resultIn(files, folder, path.basename(folder), damaged);
    if (itself !== undefined) {
      found.push(itself);
      continue;
    }
    for (const name of await files.foldersIn(folder)) {
      const result = await resultIn(files, path.join(folder, name), name, damaged);
      if (result !== undefined) found.push(result);
    }
  }
  if (found.length > 0) return withOwnNames(found);
  throw new StudioError({
    code: 'sql.no-results',
    message: `There are no results in ${folders.join(', ')}.`,
    hint: 'Make some with `run <scenario> --out runs/first`, or name a folder with --runs.',
  });
}

async function resultIn(
  files: Files,
  folder: string,
  run: string,
  damaged: (manifest: string) => void,
): Promise<FoundResult | undefined> {
  const file = path.join(folder, 'manifest.json');
  const content = await files.read(file, largestManifest);
  if (content.kind !== 'bytes') return undefined;
  const manifest = jsonIn(content.bytes);
  if (manifest === undefined) damaged(file);
  const read = named.safeParse(manifest);
  return read.success ? { run, folder, format: read.data.format, manifest } : undefined;
}

/** Two folders of one name are told apart by their whole paths. */
function withOwnNames(found: readonly FoundResult[]): readonly FoundResult[] {
  const count = new Map<string, number>();
  for (const { run } of found) count.set(run, (count.get(run) ?? 0) + 1);
  return found.map((each) => (count.get(each.run) === 1 ? each : { ...each, run: each.folder }));
}
