import { stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { isExperiment, parseExperiment } from '../../../sim-core/scenario/experiment/parse-experiment.ts';
import type { Placed } from '../../../sim-core/scenario/experiment/placed.ts';
import { textOf } from '../../../sim-core/scenario/file-content.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { overlayShelf } from '../../services/experiments/overlay-shelf.ts';
import { experimentOn, type ReadExperiment } from '../../services/experiments/read-experiment.ts';
import type { Installation } from '../../services/installation.ts';
import { Refusal } from '../../services/refusal.ts';
import { scenarioIds } from '../../services/scenarios/shelf.ts';
import { findScenario, type ScenarioPlace, scenarioAt } from '../find-scenario.ts';
import { fromUser } from '../places.ts';
import { projectFolderOf } from './project-folder.ts';

/** An experiment with all that its file names. */
export interface OpenedExperiment extends ReadExperiment {
  /** Folder of the project, where runs are kept. */
  readonly project: string;
  /** Where the scenario is. */
  readonly place: ScenarioPlace;
}

/** The text of an experiment file; undefined where what is written is no such file, such as a scenario. */
export async function experimentText(written: string): Promise<string | undefined> {
  if (!/\.ya?ml$/.test(written)) return undefined;
  const content = await nodeFiles.read(fromUser(written), limits.scenarioBytes);
  // Whoever looks for a scenario says better what is missing.
  if (content.kind === 'missing') return undefined;
  const text = textOf(content, written, limits.scenarioBytes);
  if (!('text' in text)) throw new StudioError(text.problem);
  return isExperiment(text.text) ? text.text : undefined;
}

/** Reads an experiment file and all that it names. Throws a `Refusal` with every problem, each with its place. */
export async function openExperiment(
  written: string,
  text: string,
  installation: Installation,
): Promise<OpenedExperiment> {
  const read = parseExperiment(written, text);
  if (!read.ok) throw new Refusal(read.problems);
  const { experiment } = read;
  const file = fromUser(written);
  const project = projectFolderOf(file, installation);
  const place = await scenarioOf(experiment.scenario, path.dirname(file), project, installation);
  const base = await scenarioAt(place, installation);
  const shelf = await overlayShelf(nodeFiles, installation, project);
  return { ...experimentOn(experiment, base, shelf), project, place };
}

/** A scenario of the project by its id, a path relative to the experiment, or a shipped scenario by its id. */
export async function scenarioOf(
  { text, where }: Placed,
  folder: string,
  project: string,
  installation: Installation,
): Promise<ScenarioPlace> {
  const candidates = [
    {
      file: path.join(project, 'scenarios', text, 'scenario.yaml'),
      label: `scenarios/${text}/scenario.yaml`,
    },
    { file: path.resolve(folder, text), label: text },
    { file: path.resolve(folder, text, 'scenario.yaml'), label: `${text}/scenario.yaml` },
  ];
  for (const each of candidates) {
    const found = await stat(each.file).catch(() => undefined);
    if (found?.isFile() === true) return each;
  }
  const shipped = await findScenario(text, installation).catch(() => undefined);
  if (shipped !== undefined && !path.relative(installation.scenarios, shipped.file).startsWith('..'))
    return shipped;
  throw new StudioError({
    code: 'scenario.unknown',
    message: `There is no scenario ${JSON.stringify(text)}, neither in the project nor among the shipped.`,
    hint: suggestion(text, [
      ...(await scenarioIds(nodeFiles, path.join(project, 'scenarios'))),
      ...(await scenarioIds(nodeFiles, installation.scenarios)),
    ]),
    where,
  });
}
