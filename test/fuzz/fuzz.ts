// `npm run fuzz`: a million inputs over all readers. `--inputs 10000`, `--seed 7`, `--only csv`, `--write` for the table in the documents.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writtenInto } from '../faults/table.ts';
import { fuzzTable, type Tried } from './fuzz-table.ts';
import { targets } from './targets/targets.ts';
import { corpusName, type Found } from './try-inputs.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    at: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
});

/** Tries inputs of one target in a process of its own, whose memory is then its own too. */
function tryApart(name: string, count: number): Promise<Tried> {
  const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fuzz-one.js');
  const child = spawn(process.execPath, [program, name, values.seed, `${count}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${name} ended with ${code}`));
      else resolve(JSON.parse(out));
    });
  });
}

/** Keeps what was found, for all times. */
function keep({ target, input, why }: Found): void {
  const folder = path.resolve('test/fuzz/corpus', target);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, corpusName(input)), `${JSON.stringify(input)}\n`);
  process.stderr.write(`FOUND  ${target}: ${why}\n       ${JSON.stringify(input).slice(0, 500)}\n`);
}

const chosen: [string, number][] = [];
for (const [name, make] of Object.entries(targets)) {
  if (name.includes(values.only)) chosen.push([name, (await make()).share]);
}
const shares = chosen.reduce((sum, [, share]) => sum + share, 0);
const waiting = [...chosen].sort(([, one], [, other]) => one - other);
const tried: Tried[] = [];
async function carryOn(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, share] = next;
    const outcome = await tryApart(name, Math.ceil((Number(values.inputs) * share) / shares));
    tried.push(outcome);
    for (const found of outcome.found) keep(found);
    const { inputs, seconds, peakMb, slowestMs } = outcome;
    process.stderr.write(`${name}: ${inputs} inputs, ${seconds} s, ${peakMb} MB, slowest ${slowestMs} ms\n`);
  }
}
await Promise.all(Array.from({ length: Number(values.at) }, carryOn));
const table = fuzzTable(tried);
process.stdout.write(table);
if (values.write) {
  const page = path.resolve('docs/explanation/robustness.md');
  writeFileSync(page, writtenInto(readFileSync(page, 'utf8'), 'fuzz', table));
}
const bad = tried.some(({ found, peakMb }) => found.length > 0 || peakMb > 500);
process.exitCode = bad ? 1 : 0;
process.exit();
