/**
 * `npm run bench`: one table of figures and ratios; `--json` prints them as JSON, `--only parallel,export` takes some of them, `--compare`
 * says what is worse by more than a tenth than when it was last kept, `--save` keeps them. Nothing fails by it: bars are stated.
 */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { csvExport } from './csv-export.ts';
import { type Figure, tableOf } from './figures.ts';
import { comparison, keep } from './history.ts';
import { large } from './large.ts';
import { one } from './one-run.ts';
import { p1 } from './p1.ts';
import { p1RowKernel } from './p1-row-kernel.ts';
import { parallel } from './parallel.ts';
import { scenarios } from './scenarios.ts';
import { startUp } from './start-up.ts';
import { sweepMemory } from './sweep-memory.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const words = process.argv.slice(2);
const [flag, at = '', workload = '', rows, ticks, door = ''] = words;
const parts = {
  p1,
  rowKernel: p1RowKernel,
  scenarios,
  large,
  parallel,
  memory: sweepMemory,
  start: startUp,
  export: csvExport,
} as const;

if (flag === '--one') {
  await one(at, workload, Number(rows), Number(ticks), door);
} else {
  const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '').split(',') : undefined;
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (only?.includes(name) ?? true) figures.push(...(await measure(root)));
  const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, Node ${process.versions.node}`;
  const measured = { machine, figures };
  const compared = words.includes('--compare') ? comparison(root, measured) : undefined;
  const table = [machine, '', tableOf(figures), ...(compared === undefined ? [] : ['', compared])];
  const text = words.includes('--json')
    ? JSON.stringify({ ...measured, compared }, null, 2)
    : table.join('\n');
  process.stdout.write(`${text}\n`);
  if (words.includes('--save')) keep(root, measured);
}
