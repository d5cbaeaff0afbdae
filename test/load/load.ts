// `npm run load`: subject by subject, size by size. `--only runs`, `--scale 0.01` for sizes that are a hundredth, `--write` for the tables
// in the documents. Fails where something grows worse than its size.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writtenInto } from '../faults/table.ts';
import type { LoadSubject } from './subject.ts';
import { results } from './subjects/results.ts';
import { runs } from './subjects/runs.ts';
import { scenarios } from './subjects/scenarios.ts';
import { ticks } from './subjects/ticks.ts';
import { windows } from './subjects/windows.ts';
import { loadTable, type Measured, worseThanLinear } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    scale: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});

const subjects: readonly LoadSubject[] = [runs, scenarios, results, windows, ticks];
const say = (text: string) => process.stderr.write(`${text}\n`);

async function measured({ name, sizes, measure }: LoadSubject): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `studio-load-${name}-`));
  const done: Measured[] = [];
  try {
    for (const whole of sizes) {
      const size = Math.max(1, Math.round(whole * Number(values.scale)));
      say(`${name}: ${size} …`);
      const figures = await measure({ root: process.cwd(), folder }, size);
      for (const { what, value, unit, work } of figures)
        say(`  ${what}: ${value.toFixed(2)} ${unit}${work === undefined ? '' : ` (${work.toFixed(2)})`}`);
      done.push({ size, figures });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return done;
}

const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

/** The table with what whoever reads it has to know of it. */
function pageText(subject: LoadSubject, done: readonly Measured[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const scale = values.scale === '1' ? '' : ` --scale ${values.scale}`;
  return `${loadTable(subject, done)}\n\`npm run load -- --only ${subject.name}${scale}\`, ${day}: ${machine}.\n`;
}

const worse: string[] = [];
for (const subject of subjects.filter(({ name }) => name.includes(values.only))) {
  const done = await measured(subject);
  process.stdout.write(`${pageText(subject, done)}\n`);
  worse.push(...worseThanLinear(done).map((each) => `${subject.name}: ${each}`));
  if (!values.write) continue;
  const page = path.resolve('docs/explanation/robustness.md');
  const text = writtenInto(readFileSync(page, 'utf8'), `load: ${subject.name}`, pageText(subject, done));
  writeFileSync(page, text);
}
for (const each of worse) say(`worse than linear: ${each}`);
process.exitCode = worse.length > 0 ? 1 : 0;
