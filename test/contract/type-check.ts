// Checks files with the rules of a layer, without that layer's own files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/root.mjs';
import { runTool } from '../../scripts/run-tool.mjs';

/**
 * Type-checks `files` as part of the layer that `layer`/tsconfig.json describes.
 * @returns the compiler's exit status and messages
 */
export async function typeCheck(
  layer: string,
  ...files: readonly string[]
): Promise<{ status: number; output: string }> {
  // Inside the checkout, so that the types of installed packages are found.
  const folder = mkdtempSync(path.join(root, 'node_modules', '.type-check-'));
  try {
    const config = {
      extends: path.join(root, layer, 'tsconfig.json'),
      compilerOptions: {
        composite: false,
        emitDeclarationOnly: false,
        declarationMap: false,
        noEmit: true,
        // Files may be copies outside the checkout.
        rootDir: path.parse(root).root,
      },
      include: [],
      references: [],
      files,
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    return await runTool(['typescript', 'tsc'], ['-p', folder, '--pretty', 'false']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
