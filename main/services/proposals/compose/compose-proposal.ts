import { compareBatches } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import { StudioError, toProblem } from '../../../../sim-core/contract/errors.ts';
import { tooMuchIn } from '../../../../sim-core/evidence/evidence-limits.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { changesBetween } from '../../../../sim-core/scenario/changes-between.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Assignment } from '../../../../sim-core/scenario/set-parameter.ts';
import type { FlipView, SensitivityView } from '../../../api/jobs/job-result.ts';
import { cancelled } from '../../experiments/cancelled.ts';
import type { Case, CaseProgress, CaseResult } from '../../experiments/case.ts';
import type { RunStore } from '../../experiments/run-store.ts';
import { runCases } from '../../experiments/runner.ts';
import type { Installation } from '../../installation.ts';
import type { WrittenBundle } from '../bundle/write-bundle.ts';
import { evidenceFor, type ProposedChange } from '../evidence-for.ts';
import { bothOf, casesOf } from '../run-both.ts';
import { usualClaims } from '../usual-claims.ts';
import { assumeInBoth, type BothDocuments } from '../verify/assume-in-both.ts';
import { rowsOf } from '../verify/prepare.ts';
import { seedsOf } from '../verify/verify-evidence.ts';
import { verifyLine } from '../verify-line.ts';
import { draftBundle, type Travelling } from './draft-bundle.ts';
import type { DraftFacts, Stress } from './draft-facts.ts';
import { screenFlip, screenSensitivity } from './screening.ts';
import { stressCases, stressOf } from './stress-cases.ts';
import { writeDraft } from './write-draft.ts';

/** What to propose. */
export interface ComposeOrder {
  readonly baseId: string;
  readonly base: ScenarioDocument;
  readonly proposal: ScenarioDocument;
  /** What is assumed otherwise in both: no part of what is proposed, such as fewer rows. */
  readonly assume?: readonly Assignment[];
  /** As `1..200`. */
  readonly seeds: string;
  /** Whether both are run under every overlay too, on a few seeds. */
  readonly stress: boolean;
  /** Runs that may be made to find what the result rests on, and how far it is from turning. */
  readonly budget: number;
  readonly travelling: Travelling;
  /** Draws pictures of metrics from the runs, to stand beside the draft; absent: there are none. */
  readonly draw?: (runs: DraftFacts['runs'], metrics: readonly string[]) => readonly DraftPicture[];
}

/** A picture beside a draft. */
export interface DraftPicture {
  /** As the draft links to it. */
  readonly file: string;
  readonly summary: string;
  readonly svg: string;
}

/** A draft, and the bundle that belongs beside it: absent where the studio is enough to run its evidence. */
export interface ComposedProposal {
  readonly text: string;
  readonly bundle?: WrittenBundle;
  readonly charts: readonly DraftPicture[];
  /** Parts that were asked for and could not be computed. */
  readonly missing: DraftFacts['missing'];
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
  readonly found?: {
    readonly rests?: SensitivityView;
    readonly flip?: FlipView;
    /** Of which scenario each is, in a sentence. */
    readonly restsOf?: string;
    readonly flipOf?: string;
  };
}

/** Seeds of the runs under stress: what they show is large. */
const stressSeeds = 4;

/**
 * Writes a proposal: runs base and proposal, holds them against each other, tries both under stress, and fills every section that data
 * can fill. Throws `experiment.cancelled`, `proposal.too-much`, `proposal.no-runs`, `proposal.no-change`.
 */
export async function composeProposal(order: ComposeOrder, tools: ComposeTools): Promise<ComposedProposal> {
  const { base, proposal, baseId, seeds } = order;
  const ran = assumed(order, tools.shelf);
  const list = seedsOf(seeds);
  refuseTooMuch(ran.proposal, list.length);
  const runs = bothOf(await finished(casesOf(ran, list), 'Base and proposal', tools, tools.signal));
  refuseEmpty(runs);
  const claims = usualClaims(runs.proposal);
  const evidence = evidenceFor(
    {
      ...{ base, baseId, proposal, ran, seeds, engine: tools.engine, specDigest: tools.specDigest },
      runs: { ...runs, rules: verdicts, suggest: suggestion },
    },
    claims,
    verifyLine,
  );
  const bundle = await draftBundle(evidence, order.travelling, {
    ...{ documents: { base, proposal }, ran, runs, engine: tools.engine, specDigest: tools.specDigest },
  });
  const block = bundle === undefined ? evidence : { ...evidence, bundle: bundle.cid };
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
  const missing: Missing = {};
  const stress = order.stress
    ? await optional(tools, missing, 'stress', () => stressFor({ ...order, ...ran }, measure, tools))
    : undefined;
  const rested = await restsFor({ ...order, ...ran }, measure, { comparison, missing }, tools);
  if (tools.signal.aborted) throw cancelled(tools.store !== undefined);
  const charts = order.draw?.(runs, metricsOf(measures)) ?? [];
  const text = writeDraft({ ...facts, ...rested, stress, charts, missing });
  return { text, charts, missing, ...(bundle === undefined ? {} : { bundle }) };
}

/** Both with what is assumed otherwise. Throws `proposal.assumption`, also where no line of the evidence could say it. */
function assumed({ base, proposal, assume = [] }: ComposeOrder, shelf: OverlayShelf): BothDocuments {
  const assumptions = assume.map(({ path, written }) => ({ path, to: written }));
  const both = assumeInBoth({ base, proposal }, assumptions, shelf);
  const why = both.ok ? whyUnsaid({ base, proposal }, both.documents) : both.why;
  if (both.ok && why === undefined) return both.documents;
  throw new StudioError({ code: 'proposal.assumption', message: why ?? '', where: '--assume' });
}

/** Why whoever verifies could not assume the same: it takes more than lines to write, or it is what is proposed. */
function whyUnsaid({ base, proposal }: BothDocuments, ran: BothDocuments): string | undefined {
  const { changes, unwritable } = changesBetween(base, ran.base);
  if (unwritable.length > 0)
    return `A storm, or whatever else takes more than a line to write, cannot be assumed (${unwritable.join(', ')}): no evidence could say it. Set values, or propose it for a scenario in which it holds.`;
  const proposed = changesBetween(base, proposal);
  const paths = [...proposed.changes.map(({ path }) => path), ...proposed.unwritable];
  const twice = changes.find(({ path }) => paths.includes(path));
  return twice === undefined
    ? undefined
    : `${twice.path} is what the proposal changes, so nobody can assume it for both. Set it as a whole, or leave it out.`;
}

/** `market.price@end` is of `market.price`. */
const metricsOf = (measures: readonly string[]): readonly string[] => [
  ...new Set(measures.map((measure) => measure.slice(0, measure.indexOf('@')))),
];

type Missing = { -readonly [Part in keyof DraftFacts['missing']]: DraftFacts['missing'][Part] };

/** A part that may be left out: undefined where there was enough, or where it cannot be computed here; then `missing` is told why. */
async function optional<T>(
  tools: ComposeTools,
  missing: Missing,
  part: keyof Missing,
  compute: () => Promise<T>,
): Promise<T | undefined> {
  if (tools.enough.aborted) return undefined;
  try {
    return await compute();
  } catch (error) {
    if (tools.signal.aborted) throw error;
    // Somebody who has enough knows why it is not there.
    if (!tools.enough.aborted) missing[part] = toProblem(error);
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
  { comparison, missing }: Pick<DraftFacts, 'comparison'> & { readonly missing: Missing },
  tools: ComposeTools,
): Promise<Pick<DraftFacts, 'rests' | 'flip' | 'restsOf' | 'flipOf'>> {
  const { found = {} } = tools;
  const signal = AbortSignal.any([tools.signal, tools.enough]);
  const options = { ...tools, signal };
  const rests =
    found.rests ??
    (budget === 0
      ? undefined
      : await optional(tools, missing, 'rests', () =>
          screenSensitivity({ document: proposal, measure, budget }, options),
        ));
  const verdict = comparison.verdicts.find(({ held }) => held[1] !== undefined)?.id;
  const flip =
    found.flip ??
    (budget === 0 || verdict === undefined
      ? undefined
      : await optional(tools, missing, 'flip', () =>
          screenFlip({ document: proposal, verdict, budget }, options),
        ));
  const { restsOf = 'Of the scenario with the change.', flipOf = 'Of the scenario with the change.' } = found;
  return { rests, flip, restsOf, flipOf };
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
  if (signal.aborted) throw cancelled(store !== undefined);
  return results;
}

/** Nobody is to wait for runs whose evidence no studio would take. */
function refuseTooMuch({ spec }: ScenarioDocument, count: number): void {
  const excess = tooMuchIn({ ticks: spec.ticks, count, providers: rowsOf(spec) });
  if (excess !== undefined) throw new StudioError({ code: 'proposal.too-much', ...excess });
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
