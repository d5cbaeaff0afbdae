// `npm test`: the checks, then the tests, then one plain line that counts both. With arguments, only the tests
// they select (`npm test -- sim-core/kernel`).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check } from './check.mjs';
import { root } from './root.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Count */

/**
 * @param {{ testResults: { name: string, status: string, message: string, assertionResults: { fullName: string, status: string }[] }[] }} report
 * @returns {Count}
 */
function countReport(report) {
  /** @type {Count} */
  const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const file of report.testResults) {
    const name = path.relative(root, file.name);
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed') count.failures.push(`${name}: ${fullName}`);
      else count.skipped++;
    }
    // A file that cannot be loaded has no tests to fail.
    const hasFailure = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !hasFailure)
      count.failures.push(`${name}: ${file.message.split('\n')[0]}`);
  }
  return { ...count, failed: count.failures.length };
}

/** @param {string[]} args @returns {Promise<Count>} */
async function runTests(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { status } = await runTool(['vitest', 'vitest'], ['run', ...reporters, ...args], { show: true });
    const count = countReport(JSON.parse(readFileSync(report, 'utf8')));
    if (status === 0 || count.failed > 0) return count;
    return { ...count, failed: 1, failures: ['vitest stopped with an error outside any test: see above'] };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['vitest did not finish: see above'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
const checks = args.length > 0 ? { passed: [], failed: [] } : await check();
const tests = await runTests(args);

const failures = [...checks.failed.map((name) => `check: ${name}`), ...tests.failures];
const passed = checks.passed.length + tests.passed;
const skips = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
for (const failure of failures) process.stdout.write(`failed  ${failure}\n`);
process.stdout.write(`${passed} passed, ${failures.length} failed${skips}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
