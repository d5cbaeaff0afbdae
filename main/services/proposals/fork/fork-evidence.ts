import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { claimOf } from '../../../../sim-core/evidence/claims-of.ts';
import { type Change, type EvidenceBlock, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import type { FoundEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { changesBetween } from '../../../../sim-core/scenario/changes-between.ts';
import { applyPoint } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Assignment } from '../../../../sim-core/scenario/set-parameter.ts';
import { Refusal } from '../../refusal.ts';
import type { WrittenBundle } from '../bundle/write-bundle.ts';
import { assumeInBoth, type BothDocuments } from '../verify/assume-in-both.ts';
import type { Bench } from '../verify/bench.ts';
import { prepare, rowsOf } from '../verify/prepare.ts';
import type { Verification } from '../verify/verification.ts';
import { type RunBoth, seedsOf, verifyEvidence } from '../verify/verify-evidence.ts';
import { verifyLine } from '../verify-line.ts';

/** Somebody's evidence, and the same with another value: what both come to here, on the same seeds. */
export interface Fork {
  readonly theirs: ForkedSide & { readonly verification: Verification };
  readonly here: ForkedSide;
  /** What differs between the two: another proposed value, or another assumption in both of its scenarios. */
  readonly differences: readonly ForkDifference[];
  readonly metrics: BatchResult['metrics'];
  /** What has to travel beside the reply, where theirs brings something too. */
  readonly bundle?: WrittenBundle;
}

export interface ForkedSide {
  readonly documents: BothDocuments;
  /** Its claims are those of the runs here. */
  readonly block: EvidenceBlock;
}

export interface ForkDifference {
  readonly path: string;
  readonly as: 'proposed' | 'assumed';
  readonly theirs: string;
  readonly here: string;
}

/**
 * Takes evidence over with other values, and runs both. A path that it changes is proposed otherwise; any other is assumed otherwise,
 * with and without the change. Throws `fork.*`, or a `Refusal` with what is wrong with the values.
 */
export async function forkEvidence(
  found: FoundEvidence,
  set: readonly Assignment[],
  { bench, run }: { readonly bench: Bench; readonly run: RunBoth },
): Promise<Fork> {
  const { block } = found;
  const prepared = await prepare(found, bench);
  const { documents, named } = prepared;
  if (documents === undefined || named === undefined) throw cannotRun(prepared.lines);
  const forked = forkOf(block, named, set, bench);
  const kept: { runs?: Awaited<ReturnType<RunBoth>> } = {};
  const verification = await verifyEvidence(found, bench, async (both, seeds) => {
    kept.runs = await run(both, seeds);
    return kept.runs;
  });
  if (kept.runs === undefined) throw cannotRun(verification.lines);
  const runs = await run(forked.documents, seedsOf(block.seeds));
  const here = withRuns(forked.block, block, runs);
  // What theirs brings beside it, this has to bring too: with the metrics of these runs.
  const bundle = block.bundle === undefined ? undefined : await bench.beside?.rebundle({ ...forked, runs });
  return {
    theirs: { documents, verification, block: withRuns(block, block, kept.runs) },
    here: {
      documents: forked.documents,
      block: { ...here, ...(bundle === undefined ? {} : { bundle: bundle.cid }) },
    },
    ...(bundle === undefined ? {} : { bundle }),
    differences: forked.differences,
    metrics: runs.proposal.metrics,
  };
}

type Both = Awaited<ReturnType<RunBoth>>;

/** A block with what its runs here come to, for the claims of another. */
function withRuns(block: EvidenceBlock, { claims }: EvidenceBlock, runs: Both): EvidenceBlock {
  for (const { failures } of [runs.base, runs.proposal]) {
    const [failure] = failures;
    if (failure !== undefined)
      throw new StudioError({
        code: 'fork.no-runs',
        message: `Seed ${failure.seed} does not come to its end with these values: ${failure.problem.message}`,
        hint: 'Take a value that is nearer to theirs.',
      });
  }
  return {
    ...block,
    claims: claims.map((claim) => claimOf(claim, { ...runs, rules: verdicts, suggest: suggestion })),
    digests: { base: shortHash(runs.base.digest), proposal: shortHash(runs.proposal.digest) },
  };
}

interface Forked {
  /** Without what is assumed in both. */
  readonly named: BothDocuments;
  readonly documents: BothDocuments;
  readonly block: EvidenceBlock;
  readonly differences: readonly ForkDifference[];
}

function forkOf(
  block: EvidenceBlock,
  { base, proposal }: BothDocuments,
  set: readonly Assignment[],
  { overlays }: Bench,
): Forked {
  const overlay = set.find(({ path }) => path === 'overlay');
  if (overlay !== undefined) throw noOverlay();
  const brought = proposal.spec.mechanisms.filter(({ id }) =>
    base.spec.mechanisms.every((use) => use.id !== id),
  );
  // What belongs to a mechanism that only the proposal has cannot be assumed without the change.
  const isProposed = (each: Assignment): boolean =>
    block.changes.some(({ path }) => isWithin(each.path, path)) ||
    brought.some(({ id }) => isWithin(each.path, id));
  const counter = set.filter(isProposed);
  if (counter.length > 0 && block.proposal !== undefined) throw wholeScenario();
  const countered = applyPoint(proposal, counter, overlays);
  if (!countered.ok) throw new Refusal(countered.problems);
  const others = set.filter((each) => !isProposed(each));
  const kept = block.assumptions.filter(({ path }) => !others.some((each) => each.path === path));
  const theirs = assumeInBoth({ base, proposal: countered.document }, kept, overlays);
  // On top of theirs: a part of a distribution is changed in the one that they assume, and its other parts stay.
  const assumed = theirs.ok
    ? assumeInBoth(
        theirs.documents,
        others.map(({ path, written }) => ({ path, to: written })),
        overlays,
      )
    : theirs;
  if (!assumed.ok) throw new StudioError({ code: 'fork.assumption', message: assumed.why, where: '--set' });
  const { changes: assumptions, unwritable } = changesBetween(base, assumed.documents.base);
  if (unwritable.length > 0) throw unwritten(unwritable);
  const changes = counter.length === 0 ? block.changes : changesTo(base, countered.document, block.changes);
  const differences = [
    ...differencesOf('proposed', block.changes, changes),
    ...differencesOf('assumed', block.assumptions, assumptions),
  ];
  if (differences.length === 0) throw noChange();
  const { spec } = assumed.documents.proposal;
  return {
    named: { base, proposal: countered.document },
    documents: assumed.documents,
    // How to check it is ours to say: theirs may name any program.
    block: { ...block, changes, assumptions, ticks: spec.ticks, providers: rowsOf(spec), verify: verifyLine },
    differences,
  };
}

/** `hurdle.median` is a part of `hurdle`. */
const isWithin = (path: string, of: string): boolean => path === of || path.startsWith(`${of}.`);

/** The changes as the formatter of evidence spells them; an overlay, which changes what no line says, stands as it is. */
function changesTo(
  base: ScenarioDocument,
  changed: ScenarioDocument,
  before: readonly Change[],
): readonly Change[] {
  const { changes } = changesBetween(base, changed);
  const overlays = before.filter(({ path }) => path === 'overlay');
  if (overlays.length === 0) return changes;
  return [...overlays, ...changes.filter(({ path }) => before.some((each) => each.path === path))];
}

/** What one list says otherwise than the other; what the base has where one says nothing. */
function differencesOf(
  as: ForkDifference['as'],
  theirs: readonly Change[],
  here: readonly Change[],
): readonly ForkDifference[] {
  const paths = [...new Set([...theirs, ...here].map(({ path }) => path))];
  return paths.flatMap((path): ForkDifference[] => {
    const [before, after] = [
      theirs.find((each) => each.path === path),
      here.find((each) => each.path === path),
    ];
    const [from, to] = [before?.to ?? after?.from ?? '', after?.to ?? before?.from ?? ''];
    return from === to ? [] : [{ path, as, theirs: from, here: to }];
  });
}

function cannotRun(lines: Verification['lines']): StudioError {
  const line = lines.find(({ standing }) => standing === 'cannot-run' || standing === 'differs');
  return new StudioError({
    code: 'fork.cannot-run',
    message: `This evidence cannot be run here${line === undefined ? '' : `: ${line.why ?? line.text}`}`,
    hint: 'Verify it first: what is missing is named there.',
    ...(line === undefined ? {} : { where: `line ${line.number}` }),
  });
}

const noOverlay = (): StudioError =>
  new StudioError({
    code: 'fork.overlay',
    message: 'A storm is no value that could be assumed otherwise.',
    hint: 'Set parameters of its base; `overlay try` runs a scenario under every overlay.',
    where: '--set',
  });

const wholeScenario = (): StudioError =>
  new StudioError({
    code: 'fork.whole-scenario',
    message: 'This proposal is a scenario of its own: what it changes cannot be replaced one by one.',
    hint: 'Assume another value, or open it as a scenario and compare that.',
    where: '--set',
  });

const unwritten = (paths: readonly string[]): StudioError =>
  new StudioError({
    code: 'fork.unwritable',
    message: `${paths.join(', ')} takes more than a line to write, so no evidence could say it.`,
    hint: 'Assume a number, a date or a choice; for more, save a scenario and compare it.',
    where: '--set',
  });

const noChange = (): StudioError =>
  new StudioError({
    code: 'fork.no-change',
    message: 'With these values it is the same proposal, on the same assumptions.',
    hint: 'Set a value that differs from theirs.',
    where: '--set',
  });
