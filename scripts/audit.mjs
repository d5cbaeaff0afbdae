// `npm run audit`: what the registry knows to be wrong with the packages of the lockfile. What stands in `explained` does no harm here, and
// says why; anything else is a failure. Not part of `npm test`: the answer changes without any change of ours, and needs the network.
import { spawnSync } from 'node:child_process';
import { root, say } from './root.mjs';

/**
 * Advisories that were looked into, by their id (GHSA-…), each with the reason why they do not matter here.
 * @type {Record<string, string>}
 */
const explained = {};

/**
 * @typedef {{ url?: string, title?: string, severity?: string, name?: string }} Advisory
 * @typedef {{ vulnerabilities?: Record<string, { via: (string | Advisory)[] }>, message?: string, error?: object }} Report
 */

// npm is a script on some systems and a command of the shell on others.
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
/** @type {Report} */
const report = JSON.parse(stdout || '{"error": {}}');

if (report.vulnerabilities === undefined) {
  say(`the registry did not answer: ${report.message ?? 'no report'}`);
  process.exitCode = 2;
} else {
  const advisories = Object.values(report.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((each) => typeof each === 'object');
  const open = new Map(advisories.map((each) => [each.url ?? each.title ?? '', each]));
  for (const id of Object.keys(explained))
    for (const url of open.keys()) if (url.endsWith(id)) open.delete(url);
  for (const [url, { name, severity, title }] of open)
    process.stdout.write(`${severity}  ${name}: ${title} (${url})\n`);
  process.stdout.write(`${open.size} open, ${Object.keys(explained).length} explained\n`);
  process.exitCode = open.size > 0 ? 1 : 0;
}
