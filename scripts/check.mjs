// What holds without running the project: types, lint and format, import rules, unused code, links in documents, licences.
import { checkImports } from './check-imports.mjs';
import { checkLicences } from './check-licences.mjs';
import { checkLinks } from './check-links.mjs';
import { isCommand, root } from './root.mjs';
import { runTool } from './run-tool.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<{ status: number, output: string }>} run
 */

/** @type {Step[]} */
const steps = [
  { name: 'types', run: () => runTool(['typescript', 'tsc'], ['-b', '--pretty', 'false']) },
  {
    name: 'lint and format',
    run: () =>
      runTool(['@biomejs/biome', 'biome'], ['check', '--error-on-warnings', '--max-diagnostics=50', '.']),
  },
  { name: 'import rules', run: () => checkImports(root) },
  { name: 'unused code', run: () => runTool(['knip', 'knip'], ['--no-progress']) },
  { name: 'links in documents', run: () => checkLinks(root) },
  { name: 'licences', run: () => checkLicences(root) },
];

/**
 * Runs every step, also after one has failed, and prints a line for each.
 * @returns {Promise<{ passed: string[], failed: string[] }>} names of the steps
 */
export async function check() {
  /** @type {{ passed: string[], failed: string[] }} */
  const outcome = { passed: [], failed: [] };
  const results = steps.map((step) => step.run());
  for (const [index, { name }] of steps.entries()) {
    const { status, output } = await /** @type {ReturnType<Step['run']>} */ (results[index]);
    outcome[status === 0 ? 'passed' : 'failed'].push(name);
    process.stdout.write(status === 0 ? `ok      ${name}\n` : `failed  ${name}\n${output.trimEnd()}\n`);
  }
  return outcome;
}

if (isCommand(import.meta.url)) {
  const { failed } = await check();
  process.exitCode = failed.length > 0 ? 1 : 0;
}
