/** `npm run bench`: one table of figures and ratios; `--json` prints them as JSON. Nothing fails by it: bars are stated. */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableOf } from './figures.ts';
import { one } from './one-run.ts';
import { p1 } from './p1.ts';
import { scenarios } from './scenarios.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [flag, at = '', workload = '', rows, ticks] = process.argv.slice(2);

if (flag === '--one') {
  await one(at, workload, Number(rows), Number(ticks));
} else {
  const figures = [...p1(root), ...scenarios(root)];
  const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, Node ${process.versions.node}`;
  const text =
    flag === '--json' ? JSON.stringify({ machine, figures }, null, 2) : `${machine}\n\n${tableOf(figures)}`;
  process.stdout.write(`${text}\n`);
}
