import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { parse } from 'yaml';
import { root } from '../../../scripts/root.mjs';
import { writeBinary } from '../package/fake-electron.ts';

/**
 * What a packing that is configured like this makes of the fuses of a binary; undefined where it sets none. The binary is a file with
 * nothing but the fuses: where and how they stand is what `@electron/fuses` itself looks for.
 */
export async function fusesSetBy(
  fusesScript: string,
  packing: string,
): Promise<ReadonlyMap<FuseV1Options, boolean> | undefined> {
  if (parse(packing).afterPack !== './scripts/desktop/set-fuses.mjs') return undefined;
  const folder = mkdtempSync(path.join(root, 'node_modules', '.studio-fuses-'));
  try {
    const script = path.join(folder, 'fuses.mjs');
    writeFileSync(script, fusesScript);
    const { fuses } = await import(/* @vite-ignore */ `${script}`);
    const binary = path.join(folder, 'electron');
    writeBinary(binary);
    await flipFuses(binary, fuses);
    const wire = await getCurrentFuseWire(binary);
    return new Map(
      Object.entries(wire).flatMap(([fuse, state]) =>
        /^\d+$/.test(fuse) ? [[Number(fuse), Number(state) === 49] as const] : [],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
