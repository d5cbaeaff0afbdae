import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { sensitivityMethods } from '../../../../sim-core/contract/sensitivity-method.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import type { SensitivitySection } from '../../../../sim-core/scenario/experiment/sensitivity-section.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { parseAssignment } from '../../../../sim-core/scenario/set-parameter.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import { noPlaces } from '../../../services/experiments/in-place.ts';
import { overlayShelf } from '../../../services/experiments/overlay-shelf.ts';
import { parseFactors } from '../../../services/experiments/sensitivity/parse-factors.ts';
import type { SensitivityTask } from '../../../services/experiments/sensitivity/plan-sensitivity.ts';
import { factorsAsked, measureAsked } from '../../../services/experiments/sensitivity/sensitivity-asked.ts';
import type { Installation } from '../../../services/installation.ts';
import { changedDocument } from '../../changed-document.ts';
import { findScenario, scenarioAt } from '../../find-scenario.ts';
import { experimentText, openExperiment } from '../open-experiment.ts';
import { projectFolderOf } from '../project-folder.ts';
import { refuseBesideFile } from '../refuse-beside-file.ts';

/** What a command line asks of a sensitivity analysis; beside an experiment file it says what the file does not. */
export interface SensitivityFlags {
  readonly measure?: string;
  readonly factors?: string;
  readonly allUnsourced?: boolean;
  readonly all?: boolean;
  readonly budget?: number;
  readonly seeds?: string;
  readonly method?: string;
  readonly designSeed?: string;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
}

/** The task, and the folder of the project in which runs are kept. */
export interface SensitivityRequest {
  readonly task: SensitivityTask;
  readonly project: string;
}

/** A scenario, and what is asked of it, wherever that was written. */
interface Asked {
  readonly project: string;
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  readonly seeds?: readonly string[];
  readonly measure?: Placed;
  readonly section: SensitivitySection;
}

const usualBudget = 1000;
const usualSeeds = '1..4';

/** The task that a command line or an experiment file sets; flags win. Throws what is wrong with it, before anything runs. */
export async function sensitivityRequest(
  written: string,
  flags: SensitivityFlags,
  installation: Installation,
): Promise<SensitivityRequest> {
  const text = await experimentText(written);
  const asked =
    text === undefined
      ? await fromScenario(written, flags, installation)
      : await fromFile(written, text, flags, installation);
  const { document, shelf, project, section } = asked;
  const measure = flags.measure === undefined ? asked.measure : { text: flags.measure, where: '--measure' };
  if (measure === undefined) throw noMeasure;
  const { factors, leftOut } = factorsAsked(document, factorsInFlags(flags) ?? section.factors);
  const method = sensitivityMethods.find((each) => each === (flags.method ?? section.method));
  const seeds = flags.seeds === undefined ? asked.seeds : seedRange(flags.seeds);
  const task = {
    document,
    shelf,
    factors,
    leftOut,
    ...(await measureAsked(document, measure, installation)),
    seeds: seeds ?? seedRange(usualSeeds),
    budget: flags.budget ?? section.budget ?? usualBudget,
    ...(method === undefined ? {} : { method }),
    designSeed: flags.designSeed ?? section.seed ?? '1',
  };
  return { task, project };
}

async function fromScenario(
  written: string,
  { set, overlay }: SensitivityFlags,
  installation: Installation,
): Promise<Asked> {
  const place = await findScenario(written, installation);
  const project = projectFolderOf(place.file, installation);
  const changes = { set: set.map(parseAssignment), overlays: overlay };
  const document = await changedDocument(await scenarioAt(place, installation), changes, installation);
  return { project, document, shelf: await overlayShelf(nodeFiles, installation, project), section: {} };
}

async function fromFile(
  written: string,
  text: string,
  { set, overlay }: SensitivityFlags,
  installation: Installation,
): Promise<Asked> {
  refuseBesideFile({ set, overlay });
  const { experiment, ...opened } = await openExperiment(written, text, installation);
  const section = experiment.sections.sensitivity ?? {};
  const { design } = experiment;
  const [measure] = experiment.measures;
  // What a design varies is what is asked about, unless the section says otherwise.
  const factors =
    section.factors ?? (design === undefined ? undefined : { list: design.factors, places: design.places });
  return {
    ...opened,
    section: { ...section, ...(factors === undefined ? {} : { factors }) },
    ...(measure === undefined ? {} : { measure }),
  };
}

/** The list that flags ask for. Throws where they ask for two. */
function factorsInFlags({ factors, allUnsourced, all }: SensitivityFlags): SensitivitySection['factors'] {
  const asked = [
    ...(factors === undefined ? [] : [{ list: parseFactors(factors), places: noPlaces }]),
    ...(allUnsourced === true ? (['all-unsourced'] as const) : []),
    ...(all === true ? (['all'] as const) : []),
  ];
  if (asked.length < 2) return asked[0];
  throw refused('sensitivity.two-lists', 'Two lists of parameters are asked for.');
}

const noMeasure = new StudioError({
  code: 'sensitivity.no-measure',
  message: 'Nothing is measured.',
  hint: 'Name a result: --measure providers.active@36mo, --measure "mean(market.price)", or a verdict such as --measure sustainable.',
  where: '--measure',
});

const refused = (code: string, message: string): StudioError =>
  new StudioError({
    code,
    message,
    hint: 'Name parameters with --factors, or give one of --all-unsourced and --all.',
  });
