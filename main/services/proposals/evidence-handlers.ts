import type { Engine } from '../../../sim-core/contract/engine.ts';
import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import { type FoundEvidence, parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import { dayOf } from '../../../sim-core/kernel/calendar.ts';
import type { OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { GivenScenario, ProposalsApi } from '../../api/proposals/proposals-api.ts';
import type { VerifyAsked } from '../../api/proposals/verify-asked.ts';
import type { Files } from '../../ports/files.ts';
import type { OpenWeb } from '../../ports/open-web.ts';
import type { Web } from '../../ports/web.ts';
import { cancelled } from '../experiments/cancelled.ts';
import { describedByEngine } from '../experiments/described-by-engine.ts';
import { runCases } from '../experiments/runner.ts';
import type { Installation } from '../installation.ts';
import { mappingsOf } from '../jobs/read-given-record.ts';
import { settingsFile } from '../publish/settings/settings-file.ts';
import { Refusal } from '../refusal.ts';
import { studioVersion } from '../studio-info.ts';
import { forkEvidence } from './fork/fork-evidence.ts';
import { replyOf } from './fork/write-reply.ts';
import { judgeOutcome } from './outcome/judge-outcome.ts';
import { proposalFiles } from './proposal-files.ts';
import { bothOf, casesOf } from './run-both.ts';
import { readSource } from './source/read-source.ts';
import type { createTaskKeeper, TaskHands } from './task-keeper.ts';
import { type LocalScenario, openBench, runsWith } from './verify/open-bench.ts';
import { prepare } from './verify/prepare.ts';
import { type RunBoth, verifyEvidence } from './verify/verify-evidence.ts';

export interface EvidenceParts {
  readonly files: Files;
  readonly installation: Installation;
  /** Where engines of other releases, what is trusted, and the servers of the person are kept. */
  readonly userFolder: string;
  readonly web: Web;
  readonly open: OpenWeb;
  readonly tasks: ReturnType<typeof createTaskKeeper>;
  readonly localOf: (given: GivenScenario) => Promise<LocalScenario>;
  readonly bench: () => Promise<{
    readonly project: string;
    readonly id: string;
    readonly engine: Engine;
    readonly specDigest: (document: Pick<ScenarioDocument, 'spec'>) => string;
    readonly shelf: OverlayShelf;
    readonly workers: number;
  }>;
  readonly kept: () => Promise<ReturnType<typeof proposalFiles>>;
}

type EvidenceApi = Pick<
  ProposalsApi,
  'proposals.verify' | 'proposals.fork' | 'proposals.outcome' | 'proposals.fetch'
>;

/** What is done with the evidence of others: where it is from, whether it holds, what it comes to otherwise, and what came of it. */
export function evidenceHandlers(parts: EvidenceParts): EvidenceApi {
  const { files, installation, userFolder, web, open, tasks, localOf, kept } = parts;

  /** Opens what some evidence needs, for a task that begins; nothing of it has run yet. */
  async function openEvidence(found: FoundEvidence, { bundle, trust = [], engines = [] }: VerifyAsked) {
    const { project, id, engine, specDigest, shelf, workers } = await parts.bench();
    const bench = await openBench(found.block, {
      ...{ files, installation, userFolder, specDigest, overlays: shelf, trust, engines },
      engine: { id, version: await studioVersion(files, installation) },
      local: (scenario) => localOf({ scenario }).catch(notThere),
      bundle: async (cid) =>
        bundle === undefined
          ? await proposalFiles(files, project).readBundle(cid)
          : { kind: 'bytes', bytes: Buffer.from(bundle, 'base64') },
    });
    const other = runsWith(bench);
    const runFor =
      ({ signal, begin }: TaskHands, doing: (nth: number) => string): RunBoth =>
      async (documents, seeds) => {
        const progress = begin(doing(times++), 2 * seeds.length);
        const results = [];
        // Nothing that is kept is taken for a run: a project, with its runs, may be somebody else's.
        const options = { installation, workers, signal, progress, columns: true, ...other };
        for await (const result of runCases(casesOf(documents, seeds), options)) results.push(result);
        if (signal.aborted) throw cancelled(false);
        return bothOf(results);
      };
    let times = 0;
    return {
      ...{ bench, runFor },
      metricsOf: async (document: ScenarioDocument) =>
        (await describedByEngine(installation, engine, document)).metrics,
    };
  }

  return {
    async 'proposals.verify'(asked) {
      const found = evidenceIn(asked.text);
      return tasks.start('verify', async (hands) => {
        const { bench, runFor } = await openEvidence(found, asked);
        const { lines, needs } = await prepare(found, bench);
        hands.tell({ verification: { lines, needs } });
        return {
          verification: await verifyEvidence(
            found,
            bench,
            runFor(hands, () => both),
          ),
        };
      });
    },
    async 'proposals.fork'({ set, from, ...asked }) {
      const found = evidenceIn(asked.text);
      return tasks.start('fork', async (hands) => {
        const { bench, runFor } = await openEvidence(found, asked);
        const run = runFor(hands, (nth) => (nth === 0 ? 'Theirs' : 'With the other value'));
        const fork = await forkEvidence(found, set, { bench, run });
        if (fork.bundle !== undefined) await (await kept()).saveBundle(fork.bundle);
        return { fork: replyOf(fork, { text: asked.text, ...(from === undefined ? {} : { from }) }) };
      });
    },
    async 'proposals.outcome'({ record, columns, dateColumn, dates, decimal, dayOne, ...asked }) {
      const found = evidenceIn(asked.text);
      const said = { columns, dateColumn, dates, decimal };
      const options = mappingsOf(
        Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
      );
      if ('problem' in options) throw new StudioError(options.problem);
      const day = dayOne === undefined ? undefined : dayOf(dayOne);
      if (dayOne !== undefined && day === undefined) throw noDay(dayOne);
      const order = { found, record, options, ...(day === undefined ? {} : { dayOne: day }) };
      return tasks.start('outcome', async (hands) => {
        const { bench, runFor, metricsOf } = await openEvidence(found, asked);
        return { outcome: await judgeOutcome(order, { bench, run: runFor(hands, () => both), metricsOf }) };
      });
    },
    'proposals.fetch': async ({ link }) =>
      await readSource(link, {
        ...{ web, open, clock: Date.now },
        hub: (await settingsFile(files, userFolder).read()).hub,
      }),
  };
}

const both = 'Base and proposal';

function evidenceIn(text: string): FoundEvidence {
  const found = parseEvidence(text);
  if (!found.ok) throw new Refusal(found.problems);
  return found;
}

/** A scenario that is not here is one thing, one that cannot be read another. */
function notThere(error: unknown): undefined {
  if (toProblem(error).code === 'scenario.unknown') return undefined;
  throw error;
}

const noDay = (written: string): StudioError =>
  new StudioError({
    code: 'outcome.day-one',
    message: `${written} is no day of the calendar.`,
    hint: 'Write days as 2026-03-01.',
  });
