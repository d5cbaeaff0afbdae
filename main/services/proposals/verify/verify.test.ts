// A block is checked on a real scenario with the real engine, then with every digit of it changed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { describedOf, fold, simulate, specDigest } from '../../../../sim-core/engine.ts';
import { type EvidenceBlock, evidenceText } from '../../../../sim-core/evidence/evidence-block.ts';
import { parseEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import { openScenario } from '../../../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { setAll } from '../../../../sim-core/scenario/set-parameter.ts';
import { evidenceFor } from '../evidence-for.ts';
import { verifyLine } from '../verify-line.ts';
import type { Bench } from './bench.ts';
import type { Verification } from './verification.ts';
import { seedsOf, verifyEvidence } from './verify-evidence.ts';

const folder = new URL('../../../../test/fixtures/scenarios/small/', import.meta.url);
const seeds = '1..3';
const engine = { id: `sha256:${'a1'.repeat(32)}`, version: '1.2.3' };
const digestOf = ({ spec }: Pick<ScenarioDocument, 'spec'>) => specDigest(spec);

const known = new Map<string, BatchResult>();

/** Runs a scenario; the same one a second time costs nothing. */
function ran({ spec }: ScenarioDocument, range: readonly string[]): BatchResult {
  const key = `${specDigest(spec)} ${range}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const results = range.map((seed) => {
    const run = simulate(spec, seed);
    let next = run.next();
    while (next.done !== true) next = run.next();
    return next.value;
  });
  const batch = fold(spec, range, results, [], describedOf(spec));
  known.set(key, batch);
  return batch;
}

let bench: Bench;
let block: EvidenceBlock;
let text: string;
beforeAll(async () => {
  const read = async (name: string) =>
    ({ kind: 'bytes', bytes: readFileSync(fileURLToPath(new URL(name, folder))) }) as const;
  const opened = await openScenario(read, 'scenario.yaml', 'small');
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const base = opened.document;
  const made = setAll(base, [{ path: 'agents.token.supply', written: '1234567' }]);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  const proposal = made.document;
  const list = seedsOf(seeds);
  const runs = { base: ran(base, list), proposal: ran(proposal, list), rules: verdicts, suggest: suggestion };
  bench = {
    ...{ engine, specDigest: digestOf, overlays: new Map() },
    scenario: async ({ id }) => (id === 'small' ? base : undefined),
  };
  const values = [5, 95].map((percent) => ({ percent, value: '0' }));
  block = evidenceFor(
    {
      ...{ base, baseId: 'small', proposal, ran: { base, proposal }, runs },
      ...{ seeds, engine, specDigest: digestOf },
    },
    [{ kind: 'quantiles', of: 'proposal', measure: 'providers.active@end', values }],
    verifyLine,
  );
  text = evidenceText(block);
});

/** What verifying a text comes to; a text that cannot be read is told by its lines. */
async function verified(written: string): Promise<Verification | { readonly unreadable: readonly string[] }> {
  const found = parseEvidence(written);
  if (!found.ok) return { unreadable: found.problems.map(({ where }) => where ?? '') };
  return await verifyEvidence(found, bench, async ({ base, proposal }, list) => ({
    base: ran(base, list),
    proposal: ran(proposal, list),
  }));
}

describe('evidence', () => {
  it('is reproduced as it was made, every line of it', async () => {
    const outcome = await verified(text);
    expect(outcome).toMatchObject({ outcome: 'reproduced' });
    if ('unreadable' in outcome) return;
    expect(outcome.lines.map(({ standing }) => standing)).toEqual(
      text
        .split('\n')
        .slice(1, -1)
        .map(() => 'holds'),
    );
  });

  it('is not reproduced with any digit of it changed, and the line is named', async () => {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      if (index === 0) continue;
      // Letters of a hash are digits too.
      for (const { index: at, 0: digit } of line.matchAll(/\d|(?<=sha256:[0-9a-f]*)[a-f]/g)) {
        const next = /[a-f]/.test(digit) ? '0' : (Number(digit) + 1) % 10;
        const changed = `${line.slice(0, at)}${next}${line.slice(at + 1)}`;
        const outcome = await verified(lines.map((each, i) => (i === index ? changed : each)).join('\n'));
        if ('unreadable' in outcome) {
          expect(outcome.unreadable, changed).toContain(`line ${index + 1}`);
          continue;
        }
        expect(outcome.outcome, changed).not.toBe('reproduced');
        // Another value that is proposed is a proposal all the same: what it comes to is what differs.
        const itself = changed.startsWith('change') && at > line.indexOf('->');
        const named = outcome.lines
          .filter(({ standing }) => standing !== 'holds')
          .map(({ number }) => number);
        if (itself) expect(named.length, changed).toBeGreaterThan(0);
        else expect(named, changed).toContain(index + 1);
      }
    }
  });

  it.each([
    [
      'code of a project',
      { code: [{ name: 'mechanisms/a.js', id: `sha256:${'0'.repeat(32)}` }] },
      /needs code/,
    ],
  ])('that asks for %s which is not here cannot be run', async (_, more, why) => {
    const outcome = await verified(evidenceText({ ...block, ...more }));
    expect(outcome).toMatchObject({ outcome: 'cannot-run' });
    if ('unreadable' in outcome) return;
    expect(outcome.lines.find(({ standing }) => standing === 'cannot-run')?.why).toMatch(why);
    expect(outcome.lines.find((line) => line.text.startsWith('claim'))?.standing).toBe('not-reached');
  });

  it('whose bundle nobody has looked for is not reproduced', async () => {
    const outcome = await verified(evidenceText({ ...block, bundle: `b${'a'.repeat(30)}` }));
    expect(outcome).toMatchObject({ outcome: 'cannot-run' });
  });

  it('that tells people to type something else is told so', async () => {
    const outcome = await verified(evidenceText({ ...block, verify: 'npx something-else verify' }));
    expect(outcome).toMatchObject({ outcome: 'differs' });
  });
});
