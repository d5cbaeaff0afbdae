// Lint rules depend on where a file stands, so fixtures are linted in a copy of the project's layout.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/root.mjs';
import { runTool } from '../../scripts/run-tool.mjs';

/**
 * Lints every copy with the project's rules, all in one run.
 * @param copies `from` a fixture `to` a path in the project
 * @returns what the linter says, by path; a path without errors is absent
 */
export async function lintCopies(copies: { from: string; to: string }[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-lint-'));
  try {
    for (const name of ['biome.json', '.gitignore', 'scripts/lint']) {
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    }
    for (const { from, to } of copies) cpSync(from, path.join(folder, to));
    const args = ['lint', '--diagnostic-level=error', '--max-diagnostics=none', '--colors=off', '.'];
    const { output } = await runTool(['@biomejs/biome', 'biome'], args, { cwd: folder });
    return byFile(output.replaceAll('\\', '/'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each message starts with the file's path at the beginning of a line and a rule across the page. */
function byFile(output: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const [, file = '', text = ''] of output.matchAll(
    /^([\w./-]+\.ts):\d+:\d+ (.*?━[\s\S]*?)(?=^\S+.*━|$(?![\s\S]))/gm,
  )) {
    messages.set(file, `${messages.get(file) ?? ''}${text}`);
  }
  return messages;
}
