// `npm run bench:ui`: what a person waits for, measured in Chromium on the built studio. Standard output holds the figures only.
// `-- --only runs` measures those whose name holds the word; `-- --json` prints them for programs.
import { measureDesign } from './bench-ui/design.mjs';
import { measureManyRuns } from './bench-ui/many-runs.mjs';
import { measureMillion } from './bench-ui/million.mjs';
import { measureStart } from './bench-ui/start.mjs';
import { build } from './build.mjs';
import { launchChromium } from './launch-chromium.mjs';
import { say } from './root.mjs';
import { serveStudio } from './serve-studio.mjs';

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} value what a person feels
 * @property {number} [work] ms of processor time in it: on a machine that does other things too, the rest is waiting for its turn
 * @property {string} unit
 * @property {number} [bar] the most that is allowed; absent: told only
 */

/** @type {Readonly<Record<string, (browser: import('playwright-core').Browser, served: import('./serve-studio.mjs').Served) => Promise<Figure[]>>>} */
const parts = {
  start: measureStart,
  design: measureDesign,
  million: measureMillion,
  runs: measureManyRuns,
};

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;

await build(['engine', 'cli', 'renderer']);
/** @type {Figure[]} */
const figures = [];
const browser = await launchChromium();
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && !name.includes(only)) continue;
    say(`measuring ${name} …`);
    const served = await serveStudio();
    try {
      figures.push(...(await measure(browser, served)));
    } finally {
      served.stop();
    }
  }
} finally {
  await browser.close();
}

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);

/** @param {Figure} figure */
function lineOf({ name, value, work, unit, bar }) {
  const rest = work === undefined ? '' : `, of which work ${work.toFixed(0)}`;
  if (bar === undefined) return `      ${name}: ${value.toFixed(0)} ${unit}${rest}`;
  const standing = value <= bar ? 'ok   ' : work !== undefined && work <= bar ? 'busy ' : 'over ';
  return `${standing} ${name}: ${value.toFixed(0)} ${unit}${rest} (at most ${bar})`;
}
