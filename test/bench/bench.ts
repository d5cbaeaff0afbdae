/**
 * `npm run bench`: one table of figures and ratios; `--json` prints them as JSON, `--only parallel,export` takes some of them. Nothing
 * fails by it: bars are stated.
 */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { csvExport } from './csv-export.ts';
import { type Figure, tableOf } from './figures.ts';
import { one } from './one-run.ts';
import { p1 } from './p1.ts';
import { parallel } from './parallel.ts';
import { scenarios } from './scenarios.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const words = process.argv.slice(2);
const [flag, at = '', workload = '', rows, ticks] = words;
const parts = { p1, scenarios, parallel, export: csvExport } as const;

if (flag === '--one') {
  await one(at, workload, Number(rows), Number(ticks));
} else {
  const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '').split(',') : undefined;
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (only?.includes(name) ?? true) figures.push(...(await measure(root)));
  const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, Node ${process.versions.node}`;
  const text = words.includes('--json')
    ? JSON.stringify({ machine, figures }, null, 2)
    : `${machine}\n\n${tableOf(figures)}`;
  process.stdout.write(`${text}\n`);
}
