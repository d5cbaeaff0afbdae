import { availableParallelism } from 'node:os';
import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { GivenScenario, ProposalsApi } from '../../api/proposals/proposals-api.ts';
import { runStoreIn } from '../experiments/run-store.ts';
import { jobScenarios } from '../jobs/job-scenarios.ts';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';
import { readWithin } from '../read-within.ts';
import { Refusal } from '../refusal.ts';
import { readPlace } from '../scenarios/open-scenarios.ts';
import { findPlace, type Shelf } from '../scenarios/shelf.ts';
import { engineId, studioVersion } from '../studio-info.ts';
import { isShipped } from './bundle/is-shipped.ts';
import { composeProposal } from './compose/compose-proposal.ts';
import { type EvidenceParts, evidenceHandlers } from './evidence-handlers.ts';
import { foundAnswers } from './found-answers.ts';
import { neutralFiles } from './handing-on/neutral-files.ts';
import { shortenDraft } from './handing-on/shorten-draft.ts';
import { proposalFiles } from './proposal-files.ts';
import { createTaskKeeper } from './task-keeper.ts';
import type { LocalScenario } from './verify/open-bench.ts';

interface ProposalParts extends Omit<EvidenceParts, 'tasks' | 'bench' | 'localOf' | 'kept'> {
  readonly projects: ProjectKeeper;
  readonly ownCode: OwnCodeReader;
  /** Where scenarios of the open project and shipped ones stand. */
  readonly shelves: () => Promise<readonly Shelf[]>;
}

/** Proposals as screens write, keep and re-run them. */
export function proposalHandlers(parts: ProposalParts): ProposalsApi {
  const { files, installation, projects, ownCode, shelves } = parts;
  const tasks = createTaskKeeper();
  const scenarios = jobScenarios({ files, installation, ownCode });

  const localOf = async ({ scenario, text }: GivenScenario): Promise<LocalScenario> => {
    const place = await findPlace(files, await shelves(), scenario);
    const read = await readPlace(files, place, text);
    if (!read.ok) throw new Refusal(read.problems);
    return {
      document: read.document,
      read: (name, limit) => readWithin(files, place.within, name, limit),
    };
  };
  /** What runs are made with. */
  const bench = async () => {
    const project = await projects.folder();
    const engine = await loadEngine(installation.engineUrl.href);
    const id = await engineId(files, installation);
    return {
      ...{ project, id, engine, installation, workers: availableParallelism() },
      specDigest: ({ spec }: Pick<ScenarioDocument, 'spec'>) => engine.specDigest(spec),
      shelf: await scenarios.overlays(project),
    };
  };
  const kept = async () => proposalFiles(files, await projects.folder());

  return {
    async 'proposals.compose'({ base, proposal, seeds, budget }) {
      const given = { base: await localOf(base), proposal: await localOf(proposal) };
      const documents = { base: given.base.document, proposal: given.proposal.document };
      const { project, id, specDigest, shelf, workers } = await bench();
      const store = runStoreIn(files, { folder: path.join(project, 'runs'), engineId: id });
      const asked = { id: base.scenario, document: documents.base, specDigest };
      const shipped = await isShipped(files, installation, asked);
      const travelling = { shipped, read: { base: given.base.read, proposal: given.proposal.read } };
      // Only what is shipped is known by where it stands; all else by the id in its file.
      const baseId = shipped ? base.scenario : documents.base.spec.id;
      return tasks.start('compose', async (hands) => {
        const digests = new Map([
          [specDigest(documents.base), 'Of the scenario without the change.'],
          [specDigest(documents.proposal), 'Of the scenario with the change.'],
        ]);
        const { text, bundle } = await composeProposal(
          { ...documents, baseId, seeds: `1..${seeds}`, stress: true, budget, travelling },
          {
            ...{ installation, shelf, specDigest, store, workers },
            engine: { id, version: await studioVersion(files, installation) },
            ...{ signal: hands.signal, enough: hands.enough, begin: hands.begin },
            found: await foundAnswers({ files, project, scenarios, digests, specDigest }),
          },
        );
        if (bundle !== undefined) await (await kept()).saveBundle(bundle);
        return { text };
      });
    },
    ...evidenceHandlers({ ...parts, tasks, bench, localOf, kept }),
    'proposals.task': async ({ task }) => tasks.get(task),
    'proposals.finish': async ({ task }) => tasks.finish(task),
    'proposals.cancel': async ({ task }) => tasks.cancel(task),
    'proposals.list': async () => await (await kept()).list(),
    'proposals.open': async ({ id }) => await (await kept()).open(id),
    async 'proposals.shorten'({ id, text, most }) {
      const { moved, annex, cid, length, ...short } = shortenDraft(text, { most });
      if (moved.length === 0) throw fits(length, most);
      const shelf = await kept();
      const saved = await shelf.save({ id: `${id.slice(0, 70)}-short`, text: short.text });
      return { kept: saved, moved, annex: await shelf.saveAnnex(saved.id, annex), cid, length };
    },
    'proposals.handOn': async ({ id, text }) => ({ files: neutralFiles(text, id) }),
    'proposals.save': async (asked) => await (await kept()).save(asked),
  };
}

const fits = (length: number, most: number): StudioError =>
  new StudioError({
    code: 'short.fits',
    message: `The body fits already: it has ${length} characters, and ${most} are taken.`,
    hint: 'Nothing was written.',
  });
