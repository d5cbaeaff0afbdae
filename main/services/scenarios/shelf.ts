import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioCard } from '../../api/scenarios/scenarios-api.ts';
import type { Files } from '../../ports/files.ts';
import { overlaysFolder } from '../overlays.ts';
import type { OwnCode } from '../own-code/own-code.ts';

/** A folder in which each folder is a scenario. */
export interface Shelf {
  readonly place: ScenarioCard['place'];
  readonly folder: string;
  /** Modules of the project that its scenarios run with. */
  readonly own?: OwnCode;
}

/** Where a scenario stands. */
export interface ScenarioPlace extends Shelf {
  readonly id: string;
  /** Its file in its folder: `scenario.yaml`, or that of a variant. */
  readonly name: string;
  /** Its folder. */
  readonly within: string;
  /** Its file as messages name it. */
  readonly label: string;
}

/** The file in a scenario's folder that makes it one. */
export const scenarioFile = 'scenario.yaml';

/** Ids of the scenarios in a folder, sorted: its folders, but for that of the overlays. */
export async function scenarioIds(files: Files, folder: string): Promise<readonly string[]> {
  return (await files.foldersIn(folder)).filter((name) => name !== overlaysFolder);
}

export function placeOf(shelf: Shelf, id: string): ScenarioPlace {
  const [own = id, variant] = id.split('/');
  const name = variant === undefined ? scenarioFile : `${variant}.yaml`;
  const within = path.join(shelf.folder, own);
  return { ...shelf, id, name, within, label: `scenarios/${own}/${name}` };
}

/**
 * Where the scenario `id`, or the variant `id/variant`, stands: the last shelf that has it, so that one of a project hides a
 * shipped one. Throws `scenario.unknown`.
 */
export async function findPlace(files: Files, shelves: readonly Shelf[], id: string): Promise<ScenarioPlace> {
  const [own = '', variant] = id.split('/');
  const named = await Promise.all(shelves.map(({ folder }) => scenarioIds(files, folder)));
  for (const [index, shelf] of [...shelves.entries()].reverse()) {
    if (named[index]?.includes(own) !== true) continue;
    if (variant === undefined || (await variantsIn(files, path.join(shelf.folder, own))).includes(variant))
      return placeOf(shelf, id);
  }
  throw new StudioError({
    code: 'scenario.unknown',
    message: `There is no scenario ${JSON.stringify(id)}.`,
    hint: suggestion(id, [...new Set(named.flat())].sort()),
  });
}

/** Names of a scenario's other files that are scenarios too, such as `free`, sorted. */
export async function variantsIn(files: Files, folder: string): Promise<readonly string[]> {
  const names = await files.filesUnder(folder);
  return names.flatMap((name) => {
    const variant = /^([a-z0-9-]+)\.yaml$/.exec(name)?.[1];
    return variant === undefined || notVariants.has(name) ? [] : [variant];
  });
}

const notVariants = new Set([scenarioFile, 'backtest.yaml', 'charts.yaml']);
