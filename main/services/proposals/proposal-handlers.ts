import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { GivenScenario, ProposalsApi } from '../../api/proposals/proposals-api.ts';
import type { Files } from '../../ports/files.ts';
import { openRunStore, type RunStore } from '../experiments/run-store.ts';
import { runCases } from '../experiments/runner.ts';
import type { Installation } from '../installation.ts';
import { cancelled } from '../jobs/cancelled.ts';
import { jobScenarios } from '../jobs/job-scenarios.ts';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';
import { Refusal } from '../refusal.ts';
import { readPlace } from '../scenarios/open-scenarios.ts';
import { findPlace, type Shelf } from '../scenarios/shelf.ts';
import { engineId, studioVersion } from '../studio-info.ts';
import { composeProposal } from './compose/compose-proposal.ts';
import { foundAnswers } from './found-answers.ts';
import { proposalFiles } from './proposal-files.ts';
import { bothOf, casesOf } from './run-both.ts';
import { createTaskKeeper } from './task-keeper.ts';
import { prepare } from './verify/prepare.ts';
import { verifyEvidence } from './verify/verify-evidence.ts';

interface ProposalParts {
  readonly files: Files;
  readonly installation: Installation;
  readonly projects: ProjectKeeper;
  readonly ownCode: OwnCodeReader;
  /** Where scenarios of the open project and shipped ones stand. */
  readonly shelves: () => Promise<readonly Shelf[]>;
}

/** Proposals as screens write, keep and re-run them. */
export function proposalHandlers({
  files,
  installation,
  projects,
  ownCode,
  shelves,
}: ProposalParts): ProposalsApi {
  const tasks = createTaskKeeper();
  const scenarios = jobScenarios({ files, installation, ownCode });

  const documentOf = async ({ scenario, text }: GivenScenario): Promise<ScenarioDocument> => {
    const read = await readPlace(files, await findPlace(files, await shelves(), scenario), text);
    if (!read.ok) throw new Refusal(read.problems);
    return read.document;
  };
  /** What runs are made with: the engine that is here, and the project's store, which has much of it already. */
  const bench = async () => {
    const project = await projects.folder();
    const engine = await loadEngine(installation.engineUrl.href);
    const id = await engineId(files, installation);
    const store: RunStore = await openRunStore(files, { folder: path.join(project, 'runs'), engineId: id });
    return {
      ...{ project, store, id, installation, workers: availableParallelism() },
      specDigest: ({ spec }: Pick<ScenarioDocument, 'spec'>) => engine.specDigest(spec),
      shelf: await scenarios.overlays(project),
    };
  };
  const kept = async () => proposalFiles(files, await projects.folder());

  return {
    async 'proposals.compose'({ base, proposal, seeds, budget }) {
      const documents = { base: await documentOf(base), proposal: await documentOf(proposal) };
      const { project, id, specDigest, shelf, store, workers } = await bench();
      return tasks.start('compose', async (hands) => {
        const digests = new Set([specDigest(documents.base), specDigest(documents.proposal)]);
        const text = await composeProposal(
          { ...documents, baseId: base.scenario, seeds: `1..${seeds}`, stress: true, budget },
          {
            ...{ installation, shelf, specDigest, store, workers },
            engine: { id, version: await studioVersion(files, installation) },
            ...{ signal: hands.signal, enough: hands.enough, begin: hands.begin },
            found: await foundAnswers({ files, project, scenarios, digests, specDigest }),
          },
        );
        return { text };
      });
    },
    async 'proposals.verify'({ text }) {
      const found = parseEvidence(text);
      if (!found.ok) throw new Refusal(found.problems);
      const { id, specDigest, shelf, store, workers } = await bench();
      return tasks.start('verify', async ({ signal, begin, tell }) => {
        const evidence = {
          ...{ specDigest, overlays: shelf },
          engine: { id, version: await studioVersion(files, installation) },
          scenario: async ({ id: scenario }: { readonly id: string }) =>
            await documentOf({ scenario }).catch(() => undefined),
        };
        tell({ verification: { lines: (await prepare(found, evidence)).lines } });
        const verification = await verifyEvidence(found, evidence, async (documents, seeds) => {
          const progress = begin('Base and proposal', 2 * seeds.length);
          const results = [];
          const options = { installation, store, workers, signal, progress, columns: true };
          for await (const result of runCases(casesOf(documents, seeds), options)) results.push(result);
          if (signal.aborted) throw cancelled();
          return bothOf(results);
        });
        return { verification };
      });
    },
    'proposals.task': async ({ task }) => tasks.get(task),
    'proposals.finish': async ({ task }) => tasks.finish(task),
    'proposals.cancel': async ({ task }) => tasks.cancel(task),
    'proposals.list': async () => await (await kept()).list(),
    'proposals.open': async ({ id }) => await (await kept()).open(id),
    'proposals.save': async (asked) => await (await kept()).save(asked),
  };
}
