import path from 'node:path';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import { applyPoint } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ComparedChange } from '../../../../sim-core/scenario/experiment/compare-section.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import { describedByEngine } from '../../../services/experiments/described-by-engine.ts';
import { type Answering, measuresFor } from '../../../services/experiments/measures.ts';
import { underExperiment } from '../../../services/experiments/under-experiment.ts';
import type { Installation } from '../../../services/installation.ts';
import { Refusal } from '../../../services/refusal.ts';
import { findScenario, scenarioAt } from '../../find-scenario.ts';
import { fromUser } from '../../places.ts';
import { lackingSection } from '../lacking-section.ts';
import { experimentText, type OpenedExperiment, openExperiment, scenarioOf } from '../open-experiment.ts';
import { projectFolderOf } from '../project-folder.ts';
import { refuseBesideFile } from '../refuse-beside-file.ts';
import { type ComparedColumn, columnsOf } from './columns-of.ts';

/** What a command line asks to compare; beside an experiment file only the seeds, for a first look. */
export interface CompareFlags {
  readonly seeds?: string;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
  readonly setAll: readonly string[];
  readonly measure: readonly string[];
}

/** The columns of a comparison, their seeds, what is told of them, and the folder of the project in which runs are kept. */
export interface CompareRequest {
  readonly columns: readonly ComparedColumn[];
  readonly seeds: readonly string[];
  /** None: what is looked at first. */
  readonly measures: readonly string[];
  readonly project: string;
}

type Asked = Omit<CompareRequest, 'measures'> & { readonly measures: readonly Placed[] };

const usualSeeds = '1..20';

/** What is to be compared: from an experiment file, or from scenarios and flags. Throws what is wrong with it. */
export async function compareRequest(
  written: readonly string[],
  flags: CompareFlags,
  installation: Installation,
): Promise<CompareRequest> {
  const asked = await askedOf(written, flags, installation);
  await checkMeasures(asked, installation);
  return { ...asked, measures: asked.measures.map(({ text }) => text) };
}

async function askedOf(
  written: readonly string[],
  flags: CompareFlags,
  installation: Installation,
): Promise<Asked> {
  const [first = ''] = written;
  const text = written.length === 1 ? await experimentText(first) : undefined;
  if (text !== undefined) return await fromFile(first, text, flags, installation);
  const columns = await columnsOf({ scenarios: written, ...flags }, installation);
  const place = await findScenario(first, installation);
  return {
    columns,
    seeds: seedRange(flags.seeds ?? usualSeeds),
    measures: flags.measure.map((each) => ({ text: each, where: '--measure' })),
    project: projectFolderOf(place.file, installation),
  };
}

async function fromFile(
  written: string,
  text: string,
  { seeds, set, overlay, setAll, measure }: CompareFlags,
  installation: Installation,
): Promise<Asked> {
  refuseBesideFile({ set, overlay, 'set-all': setAll, measure });
  const opened = await openExperiment(written, text, installation);
  const { experiment, project } = opened;
  const section = experiment.sections.compare;
  if (section === undefined)
    throw lackingSection('compare', 'what is set beside the scenario', 'compare-two-rules.md', written);
  const beside =
    section.scenarios.length > 0
      ? await Promise.all(section.scenarios.map((each) => otherScenario(each, written, opened, installation)))
      : section.changes.map((each) => changedColumn(each, opened));
  const label = section.scenarios.length > 0 ? experiment.scenario.text : 'as it is';
  return {
    columns: [{ label, document: opened.document }, ...beside],
    seeds: seeds === undefined ? (opened.seeds ?? seedRange(usualSeeds)) : seedRange(seeds),
    measures: experiment.measures,
    project,
  };
}

async function otherScenario(
  placed: Placed,
  written: string,
  { experiment, project, shelf }: OpenedExperiment,
  installation: Installation,
): Promise<ComparedColumn> {
  const place = await scenarioOf(placed, path.dirname(fromUser(written)), project, installation);
  const base = await scenarioAt(place, installation);
  return { label: placed.text, document: underExperiment(base, experiment, shelf) };
}

function changedColumn({ label, set, where }: ComparedChange, opened: OpenedExperiment): ComparedColumn {
  const changed = applyPoint(opened.document, set, opened.shelf);
  if (changed.ok) return { label, document: changed.document };
  const places = new Map(set.map((each) => [each.path, each.where]));
  throw new Refusal(
    changed.problems.map((problem) => ({ ...problem, where: places.get(problem.where ?? '') ?? where })),
  );
}

/** Throws where no column can answer a measure, before anything runs. */
async function checkMeasures({ columns, measures }: Asked, installation: Installation): Promise<void> {
  if (measures.length === 0) return;
  const engine = await loadEngine(installation.engineUrl.href);
  const answering: Answering[] = [];
  for (const { document } of columns) {
    const described = await describedByEngine(installation, engine, document);
    answering.push({ spec: document.spec, described });
  }
  const [first, ...rest] = answering;
  if (first !== undefined) measuresFor([first, ...rest], measures);
}
