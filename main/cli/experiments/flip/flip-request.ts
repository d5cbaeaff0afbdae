import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { NamedFactors } from '../../../../sim-core/scenario/experiment/named-factors.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { parseAssignment } from '../../../../sim-core/scenario/set-parameter.ts';
import { everyNumber, type FlipTask, namedNumbers } from '../../../services/experiments/flip/flip-task.ts';
import { verdictAsked } from '../../../services/experiments/flip/verdict-asked.ts';
import { inPlace, noPlaces } from '../../../services/experiments/in-place.ts';
import { parseFactors } from '../../../services/experiments/sensitivity/parse-factors.ts';
import type { Installation } from '../../../services/installation.ts';
import { changedDocument } from '../../changed-document.ts';
import { findScenario, scenarioAt } from '../../find-scenario.ts';
import { lackingSection } from '../lacking-section.ts';
import { experimentText, openExperiment } from '../open-experiment.ts';
import { projectFolderOf } from '../project-folder.ts';
import { refuseBesideFile } from '../refuse-beside-file.ts';

/** What a command line asks; beside an experiment file only the seeds and the budget, for a first look. */
export interface FlipFlags {
  readonly verdict?: string;
  readonly factors?: string;
  readonly seeds?: string;
  readonly budget?: number;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
}

/** The task, overlays that points may name, and the folder of the project in which runs are kept. */
export interface FlipRequest {
  readonly task: FlipTask;
  readonly shelf: OverlayShelf;
  readonly project: string;
}

/** What is asked, wherever that was written. */
interface Asked {
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  readonly project: string;
  readonly verdict: Placed;
  readonly factors?: NamedFactors;
  readonly seeds?: readonly string[];
  readonly budget?: number;
}

const usualSeeds = '1..9';
const usualBudget = 1000;

/** The task that a command line or an experiment file sets. Throws what is wrong with it, before anything runs. */
export async function flipRequest(
  written: string,
  flags: FlipFlags,
  installation: Installation,
): Promise<FlipRequest> {
  const text = await experimentText(written);
  const asked =
    text === undefined
      ? await fromFlags(written, flags, installation)
      : await fromFile(written, text, flags, installation);
  const { document, shelf, project, verdict, factors } = asked;
  const seeds = flags.seeds === undefined ? (asked.seeds ?? seedRange(usualSeeds)) : seedRange(flags.seeds);
  const budget = flags.budget ?? asked.budget ?? usualBudget;
  if (budget < 2 * seeds.length) throw tooFew(budget, seeds.length);
  const rule = await verdictAsked(document, verdict, installation);
  const numbers =
    factors === undefined
      ? everyNumber(document)
      : inPlace(factors.places, undefined, () => namedNumbers(document, factors.list));
  return { task: { document, verdict: rule, numbers, seeds, budget }, shelf, project };
}

async function fromFlags(
  written: string,
  { verdict, factors, set, overlay }: FlipFlags,
  installation: Installation,
): Promise<Asked> {
  if (verdict === undefined) throw noVerdict;
  const place = await findScenario(written, installation);
  const changes = { set: set.map(parseAssignment), overlays: overlay };
  const document = await changedDocument(await scenarioAt(place, installation), changes, installation);
  return {
    document,
    shelf: new Map(),
    project: projectFolderOf(place.file, installation),
    verdict: { text: verdict, where: '--verdict' },
    ...(factors === undefined ? {} : { factors: { list: parseFactors(factors), places: noPlaces } }),
  };
}

async function fromFile(
  written: string,
  text: string,
  { verdict, factors, set, overlay }: FlipFlags,
  installation: Installation,
): Promise<Asked> {
  refuseBesideFile({ verdict, factors, set, overlay });
  const { experiment, ...opened } = await openExperiment(written, text, installation);
  const section = experiment.sections.flip;
  if (section !== undefined) return { ...opened, ...section };
  throw lackingSection('flip', 'which verdict is to turn', 'how-far-from-failing.md', written);
}

const noVerdict = new StudioError({
  code: 'flip.no-verdict',
  message: 'No verdict is named.',
  hint: 'Name the one that is to turn: --verdict sustainable.',
  where: '--verdict',
});

const tooFew = (budget: number, seeds: number): StudioError =>
  new StudioError({
    code: 'flip.budget',
    message: `${budget} runs are not two points of ${seeds} seeds.`,
    hint: 'Raise --budget, or take fewer --seeds.',
    where: '--budget',
  });
