// `npm run faults`: carries out cases until so many faults have struck. `--cases 50`, `--luck text`, `--only run/kill`, `--json`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, openHarness } from './harness.ts';
import { tableText, writtenInto } from './table.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '504' },
    luck: { type: 'string', default: 'studio' },
    only: { type: 'string', default: '' },
    at: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const harness = await openHarness(process.cwd(), values.only);
const wanted = Number(values.cases);
const outcomes: Outcome[] = [];
let turn = 0;

/** Faults of every pair come in turn, until enough of them have struck. */
async function carryOn(): Promise<void> {
  while (outcomes.filter(({ struck }) => struck).length < wanted && turn < wanted * 4) {
    const pair = harness.pairs[turn % harness.pairs.length];
    if (pair === undefined) return;
    const round = Math.floor(turn / harness.pairs.length);
    turn += 1;
    const outcome = await harness.carryOut(pair.subject, pair.kind, `${values.luck}-${round}`);
    outcomes.push(outcome);
    const { subject, kind, luck, how, struck, broken } = outcome;
    const sign = broken.length > 0 ? 'BROKEN' : struck ? 'held  ' : 'missed';
    process.stderr.write(`${sign}  ${subject} / ${kind} / ${luck}: ${how}\n`);
    for (const each of broken) process.stderr.write(`        ${each.slice(0, 1500)}\n`);
  }
}

try {
  await Promise.all(Array.from({ length: Number(values.at) }, carryOn));
} finally {
  harness.close();
}
const broken = outcomes.filter((outcome) => outcome.broken.length > 0);
for (const each of harness.lacking) process.stderr.write(`not here: ${each}\n`);
if (values.json) process.stdout.write(`${JSON.stringify({ outcomes, lacking: harness.lacking }, null, 2)}\n`);
else process.stdout.write(tableText(outcomes));
if (values.write) {
  const page = path.resolve('docs/explanation/robustness.md');
  writeFileSync(page, writtenInto(readFileSync(page, 'utf8'), 'faults', tableText(outcomes)));
}
process.exitCode = broken.length > 0 ? 1 : 0;
