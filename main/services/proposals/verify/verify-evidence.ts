import { toProblem } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { type Claim, claimText } from '../../../../sim-core/evidence/claim.ts';
import { type ClaimedRuns, claimOf } from '../../../../sim-core/evidence/claims-of.ts';
import { shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import type { FoundEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Bench } from './bench.ts';
import { prepare } from './prepare.ts';
import type { CheckedLine, Verification } from './verification.ts';

/** Runs both scenarios on the same seeds, with their columns. */
export type RunBoth = (
  documents: { readonly base: ScenarioDocument; readonly proposal: ScenarioDocument },
  seeds: readonly string[],
) => Promise<{ readonly base: BatchResult; readonly proposal: BatchResult }>;

/**
 * Checks evidence line by line: engine, base and changes against what is here, then claims and digests against a run of both. A
 * number holds where the same formatter spells it the same, a digest where every bit is the same: nothing is close enough.
 */
export async function verifyEvidence(
  found: FoundEvidence,
  bench: Bench,
  run: RunBoth,
): Promise<Verification> {
  const { lines, documents, named = documents, needs } = await prepare(found, bench);
  if (documents === undefined || named === undefined) return { outcome: outcomeOf(lines), lines, needs };
  const { block } = found;
  const runs: ClaimedRuns = {
    ...(await run(documents, seedsOf(block.seeds))),
    rules: verdicts,
    suggest: suggestion,
  };
  const bundle =
    block.bundle === undefined ? undefined : await bench.beside?.rebundle({ named, documents, runs });
  const finished = Math.min(runs.base.seeds.length, runs.proposal.seeds.length);
  let claims = 0;
  const checked = lines.map((line): CheckedLine => {
    const [keyword = '', ...rest] = line.text.split(' ');
    const said = rest.join(' ');
    const answer = (here: string, why: string): CheckedLine =>
      here === said ? { ...line, standing: 'holds' } : { ...line, standing: 'differs', here, why };
    if (keyword === 'runs') {
      const why = `${block.count - finished} of the seeds failed here.`;
      return finished === block.count
        ? { ...line, standing: 'holds' }
        : { ...line, standing: 'differs', why };
    }
    if (keyword === 'claim') {
      const claim = block.claims[claims++];
      return claim === undefined ? line : judged(line, claim, runs, answer);
    }
    if (keyword === 'bundle') {
      const why =
        'Made anew of what was run here, it is another: its manifest or its metrics were not made by these runs.';
      if (bundle !== undefined) return answer(bundle.cid, why);
      return {
        ...line,
        standing: 'cannot-run',
        why: 'Nobody has looked for what travels beside the proposal.',
      };
    }
    if (keyword === 'digest') {
      const of = said.startsWith('base') ? 'base' : 'proposal';
      const why = `The runs of the ${of} are not the same to the last bit.`;
      return answer(`${of} ${shortHash(runs[of].digest)}`, why);
    }
    return line;
  });
  return { outcome: outcomeOf(checked), lines: checked, needs };
}

function judged(
  line: CheckedLine,
  claim: Claim,
  runs: ClaimedRuns,
  answer: (here: string, why: string) => CheckedLine,
): CheckedLine {
  try {
    return answer(claimText(claimOf(claim, runs)), 'The runs here say otherwise.');
  } catch (error) {
    const { message, hint = '' } = toProblem(error);
    return { ...line, standing: 'differs', why: `${message} ${hint}`.trim() };
  }
}

function outcomeOf(lines: readonly CheckedLine[]): Verification['outcome'] {
  if (lines.some(({ standing }) => standing === 'cannot-run')) return 'cannot-run';
  return lines.every(({ standing }) => standing === 'holds') ? 'reproduced' : 'differs';
}

/** `1..200` as its seeds. */
export function seedsOf(range: string): readonly string[] {
  const [first = 1, last = 0] = range.split('..').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
