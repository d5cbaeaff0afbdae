import { designKinds } from '../../../../sim-core/contract/design.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import { applyPoint } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { parseAssignment } from '../../../../sim-core/scenario/set-parameter.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import { overlayShelf } from '../../../services/experiments/overlay-shelf.ts';
import { type Plan, withWholeNumbers } from '../../../services/experiments/plan.ts';
import type { Installation } from '../../../services/installation.ts';
import { Refusal } from '../../../services/refusal.ts';
import { findScenario, scenarioAt } from '../../find-scenario.ts';
import { findOverlay } from '../../overlay/find-overlay.ts';
import { experimentText, openExperiment } from '../open-experiment.ts';
import { projectFolderOf } from '../project-folder.ts';
import { refuseBesideFile } from '../refuse-beside-file.ts';
import { parseVary } from './vary.ts';

/** What a command line says of a sweep. */
export interface SweepFlags {
  readonly vary: readonly string[];
  readonly design?: string;
  readonly runs?: number;
  readonly designSeed?: string;
  readonly seeds?: string;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
  readonly measure: readonly string[];
}

/** A plan, and where it belongs. */
export interface SweepRequest {
  readonly plan: Plan;
  /** Folder of the project, where runs are kept. */
  readonly project: string;
  /** Where each factor stands in a file. */
  readonly places: ReadonlyMap<string, string>;
}

const usualSeeds = '1..8';

/** What is to be swept: from an experiment file, or from a scenario and flags. Throws a `Refusal` with every problem. */
export async function sweepRequest(
  written: string,
  flags: SweepFlags,
  installation: Installation,
): Promise<SweepRequest> {
  const text = await experimentText(written);
  const request =
    text === undefined
      ? await fromFlags(written, flags, installation)
      : await fromFile(written, text, flags, installation);
  return { ...request, plan: withWholeNumbers(request.plan) };
}

async function fromFile(
  written: string,
  text: string,
  flags: SweepFlags,
  installation: Installation,
): Promise<SweepRequest> {
  const { vary, runs, set, overlay, measure } = flags;
  // Seeds may be fewer for a first look.
  refuseBesideFile({
    vary,
    design: flags.design,
    runs,
    'design-seed': flags.designSeed,
    set,
    overlay,
    measure,
  });
  const { experiment, project, document, shelf, seeds } = await openExperiment(written, text, installation);
  const { id, title, design, measures } = experiment;
  if (design === undefined) {
    throw new StudioError({
      code: 'design.empty',
      message: 'The experiment has no design: nothing varies.',
      hint: 'Add design: { kind: factorial, parameters: { emission.halving.period: { values: [12, 24] } } }',
      where: written,
    });
  }
  const wanted = flags.seeds === undefined ? (seeds ?? seedRange(usualSeeds)) : seedRange(flags.seeds);
  const plan = { id, title, document, shelf, design: plainDesign(design), seeds: wanted, measures };
  return { plan, project, places: design.places };
}

/** Without the places, which are no part of what is asked. */
const plainDesign = ({ kind, factors, runs, seed }: Plan['design']): Plan['design'] => ({
  kind,
  factors,
  ...(runs === undefined ? {} : { runs }),
  seed,
});

async function fromFlags(
  written: string,
  flags: SweepFlags,
  installation: Installation,
): Promise<SweepRequest> {
  const factors = flags.vary.map(parseVary);
  const twin = factors.find(({ path }, i) => factors.findIndex((other) => other.path === path) !== i);
  if (twin !== undefined) {
    throw new StudioError({
      code: 'vary.twice',
      message: `${twin.path} varies twice.`,
      hint: 'Name all its values in one --vary.',
      where: '--vary',
    });
  }
  const place = await findScenario(written, installation);
  const project = projectFolderOf(place.file, installation);
  const base = await scenarioAt(place, installation);
  const shelf = new Map(await overlayShelf(nodeFiles, installation, project));
  const overlays = await Promise.all(flags.overlay.map((each) => findOverlay(each, installation)));
  for (const overlay of overlays) shelf.set(overlay.id, overlay);
  const laid = overlays.map(({ id }) => ({ path: 'overlay', written: id }));
  const changed = applyPoint(base, [...flags.set.map(parseAssignment), ...laid], shelf);
  if (!changed.ok) throw new Refusal(changed.problems);
  const { document } = changed;
  const kind = designKinds.find((each) => each === flags.design) ?? 'factorial';
  const design = {
    kind,
    factors,
    ...(flags.runs === undefined ? {} : { runs: flags.runs }),
    seed: flags.designSeed ?? '1',
  };
  const measures = flags.measure.map((text) => ({ text, where: '--measure' }));
  const seeds = seedRange(flags.seeds ?? usualSeeds);
  const title = `${document.metadata.title}: sweep`;
  const plan = { id: `${document.spec.id}-sweep`, title, document, shelf, design, seeds, measures };
  return { plan, project, places: new Map() };
}
