import { compareBatches } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { FlipView, SensitivityView } from '../../../api/jobs/job-result.ts';
import type { Case, CaseProgress, CaseResult } from '../../experiments/case.ts';
import type { RunStore } from '../../experiments/run-store.ts';
import { runCases } from '../../experiments/runner.ts';
import type { Installation } from '../../installation.ts';
import { cancelled } from '../../jobs/cancelled.ts';
import { evidenceFor, type ProposedChange } from '../evidence-for.ts';
import { bothOf, casesOf } from '../run-both.ts';
import { usualClaims } from '../usual-claims.ts';
import { seedsOf } from '../verify/verify-evidence.ts';
import { verifyLine } from '../verify-line.ts';
import type { DraftFacts, Stress } from './draft-facts.ts';
import { screenFlip, screenSensitivity } from './screening.ts';
import { stressCases, stressOf } from './stress-cases.ts';
import { writeDraft } from './write-draft.ts';

/** What to propose. */
export interface ComposeOrder {
  readonly baseId: string;
  readonly base: ScenarioDocument;
  readonly proposal: ScenarioDocument;
  /** As `1..200`. */
  readonly seeds: string;
  /** Whether both are run under every overlay too, on a few seeds. */
  readonly stress: boolean;
  /** Runs that may be made to find what the result rests on, and how far it is from turning. */
  readonly budget: number;
}

/** What a draft is written with. */
export interface ComposeTools {
  readonly installation: Installation;
  readonly shelf: OverlayShelf;
  readonly engine: ProposedChange['engine'];
  readonly specDigest: ProposedChange['specDigest'];
  readonly store?: RunStore;
  readonly workers?: number;
  /** Ends it without a draft. */
  readonly signal: AbortSignal;
  /** Ends it with what is known by then: every part behind the comparison itself may be left out. */
  readonly enough: AbortSignal;
  /** Told that a part of so many runs begins; what is answered is told of each. */
  readonly begin: (doing: string, runs: number) => CaseProgress;
  /** Answers that experiments of the project have found for one of the two. */
  readonly found?: { readonly rests?: SensitivityView; readonly flip?: FlipView };
}

/** Seeds of the runs under stress: what they show is large. */
const stressSeeds = 4;

/**
 * Writes a proposal: runs base and proposal, holds them against each other, tries both under stress, and fills every section that data
 * can fill. Throws `experiment.cancelled`, `proposal.no-runs`, `proposal.no-change`.
 */
export async function composeProposal(order: ComposeOrder, tools: ComposeTools): Promise<string> {
  const { base, proposal, baseId, seeds } = order;
  const list = seedsOf(seeds);
  const runs = bothOf(
    await finished(casesOf({ base, proposal }, list), 'Base and proposal', tools, tools.signal),
  );
  refuseEmpty(runs);
  const claims = usualClaims(runs.proposal);
  const block = evidenceFor(
    {
      ...{ base, baseId, proposal, seeds, engine: tools.engine, specDigest: tools.specDigest },
      runs: { ...runs, rules: verdicts, suggest: suggestion },
    },
    claims,
    verifyLine,
  );
  const measures = block.claims.flatMap((claim) =>
    claim.kind === 'quantiles' && claim.of === 'proposal' ? [claim.measure] : [],
  );
  const comparison = compareBatches(
    [
      { label: 'no change', batch: runs.base },
      { label: 'proposed', batch: runs.proposal },
    ],
    { measures, rules: verdicts, suggest: suggestion },
  );
  const facts = { baseId, base, proposal, runs, comparison, block };
  const [measure = ''] = measures;
  const stress = order.stress ? await optional(tools, () => stressFor(order, measure, tools)) : undefined;
  const { rests, flip } = await restsFor(order, measure, facts, tools);
  if (tools.signal.aborted) throw cancelled();
  return writeDraft({ ...facts, stress, rests, flip });
}

/** A part that may be left out: undefined where there was enough, or where it cannot be computed here. */
async function optional<T>(tools: ComposeTools, compute: () => Promise<T>): Promise<T | undefined> {
  if (tools.enough.aborted) return undefined;
  try {
    return await compute();
  } catch (error) {
    if (tools.signal.aborted) throw error;
    return undefined;
  }
}

async function stressFor(
  order: ComposeOrder,
  measure: string,
  tools: ComposeTools,
): Promise<Stress | undefined> {
  const seeds = seedsOf(order.seeds).slice(0, stressSeeds);
  const { cases, unfitting } = stressCases(order, tools.shelf, seeds);
  const signal = AbortSignal.any([tools.signal, tools.enough]);
  const results = await finished(cases, 'Both under stress', tools, signal);
  return stressOf(results, measure, { seeds: seeds.length, unfitting });
}

/** What experiments have found already, else what the budget pays for. */
async function restsFor(
  { proposal, budget }: ComposeOrder,
  measure: string,
  { comparison }: Pick<DraftFacts, 'comparison'>,
  tools: ComposeTools,
): Promise<Pick<DraftFacts, 'rests' | 'flip'>> {
  const { found = {} } = tools;
  const signal = AbortSignal.any([tools.signal, tools.enough]);
  const options = { ...tools, signal };
  const rests =
    found.rests ??
    (budget === 0
      ? undefined
      : await optional(tools, () => screenSensitivity({ document: proposal, measure, budget }, options)));
  const verdict = comparison.verdicts.find(({ held }) => held[1] !== undefined)?.id;
  const flip =
    found.flip ??
    (budget === 0 || verdict === undefined
      ? undefined
      : await optional(tools, () => screenFlip({ document: proposal, verdict, budget }, options)));
  return { rests, flip };
}

async function finished<Its extends Case>(
  cases: readonly Its[],
  doing: string,
  { installation, store, workers, begin }: ComposeTools,
  signal: AbortSignal,
): Promise<readonly CaseResult<Its>[]> {
  const progress = begin(
    doing,
    cases.reduce((total, { seeds }) => total + seeds.length, 0),
  );
  const results: CaseResult<Its>[] = [];
  const options = { installation, signal, progress, columns: true };
  for await (const result of runCases(cases, {
    ...options,
    ...(store === undefined ? {} : { store }),
    ...(workers === undefined ? {} : { workers }),
  }))
    results.push(result);
  if (signal.aborted) throw cancelled();
  return results;
}

function refuseEmpty({ base, proposal }: DraftFacts['runs']): void {
  for (const [name, batch] of [
    ['base', base],
    ['proposal', proposal],
  ] as const) {
    const [failure] = batch.failures;
    if (failure === undefined) continue;
    throw new StudioError({
      code: 'proposal.no-runs',
      message: `Seed ${failure.seed} of the ${name} does not come to its end: ${failure.problem.message}`,
      hint: 'Evidence needs every seed: change the scenario, or take seeds that run.',
    });
  }
  if (base.digest !== proposal.digest) return;
  throw new StudioError({
    code: 'proposal.no-change',
    message: 'The proposal gives the same numbers as its base, to the last bit.',
    hint: 'Change a parameter that something reads.',
  });
}
