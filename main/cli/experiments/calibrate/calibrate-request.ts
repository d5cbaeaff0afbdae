import path from 'node:path';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import { textOf } from '../../../../sim-core/scenario/file-content.ts';
import { limits } from '../../../../sim-core/scenario/limits.ts';
import { type Assignment, parseAssignment } from '../../../../sim-core/scenario/set-parameter.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import type { CalibrateTask } from '../../../services/experiments/calibrate/calibrate-task.ts';
import { type ColumnMapping, parseMapping } from '../../../services/experiments/calibrate/map-columns.ts';
import {
  type CalibrateAsked,
  readCalibrate,
} from '../../../services/experiments/calibrate/read-calibrate.ts';
import { noPlaces } from '../../../services/experiments/in-place.ts';
import { parseFactors } from '../../../services/experiments/sensitivity/parse-factors.ts';
import type { Installation } from '../../../services/installation.ts';
import { changedDocument } from '../../changed-document.ts';
import { findScenario, type ScenarioPlace, scenarioAt } from '../../find-scenario.ts';
import { fromUser } from '../../places.ts';
import { lackingSection } from '../lacking-section.ts';
import { experimentText, openExperiment } from '../open-experiment.ts';
import { projectFolderOf } from '../project-folder.ts';
import { refuseBesideFile } from '../refuse-beside-file.ts';

/** What a command line asks; beside an experiment file only the seeds and the budget, for a first look. */
export interface CalibrateFlags {
  readonly data?: string;
  readonly map: readonly string[];
  readonly factors?: string;
  readonly holdOut?: string;
  readonly leaveOut?: string;
  readonly dateColumn?: string;
  readonly dates?: string;
  readonly decimal?: string;
  readonly seeds?: string;
  readonly budget?: number;
  readonly designSeed?: string;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
}

/** The task, what was set before the fit, and the folder of the project in which runs are kept. */
export interface CalibrateRequest {
  readonly task: CalibrateTask;
  readonly set: readonly Assignment[];
  readonly project: string;
  /** Where the scenario's data files are. */
  readonly scenarioFolder: string;
}

/** What is asked, wherever that was written. */
interface Asked extends Omit<CalibrateAsked, 'record' | 'seeds'> {
  readonly project: string;
  readonly place: ScenarioPlace;
  readonly set: readonly Assignment[];
  /** Absolute, and as it was written. */
  readonly data: { readonly file: string; readonly written: string };
  readonly seed?: Placed;
  readonly seeds?: readonly string[];
}

const usualSeeds = '1..8';

/** The task that a command line or an experiment file sets. Throws what is wrong with it, before anything runs. */
export async function calibrateRequest(
  written: string,
  flags: CalibrateFlags,
  installation: Installation,
): Promise<CalibrateRequest> {
  const text = await experimentText(written);
  const asked =
    text === undefined
      ? await fromFlags(written, flags, installation)
      : await fromFile(written, text, flags, installation);
  const { project, set, data, seed, seeds, budget } = asked;
  const designSeed = flags.designSeed ?? seed?.text;
  const runs = flags.budget ?? budget;
  const task = await readCalibrate(
    {
      ...asked,
      record: { label: path.basename(data.written), text: await textIn(asked) },
      seeds: flags.seeds === undefined ? (seeds ?? seedRange(usualSeeds)) : seedRange(flags.seeds),
      ...(runs === undefined ? {} : { budget: runs }),
      ...(designSeed === undefined ? {} : { designSeed }),
    },
    installation,
  );
  return { task, set, project, scenarioFolder: path.dirname(asked.place.file) };
}

async function fromFlags(written: string, flags: CalibrateFlags, installation: Installation): Promise<Asked> {
  const { data, factors } = flags;
  if (data === undefined)
    throw lacking('--data', 'No record is named.', 'Name a CSV file: --data measured.csv.');
  if (factors === undefined)
    throw lacking(
      '--factors',
      'No parameter is to be fitted.',
      'Name one or more: --factors supply.rational-entry.imitation=2..12; `sensitivity` says which matter.',
    );
  const place = await findScenario(written, installation);
  const set = flags.set.map(parseAssignment);
  const changes = { set, overlays: flags.overlay };
  const placed = (text: string | undefined, where: string): Placed | undefined =>
    text === undefined ? undefined : { text, where };
  return {
    document: await changedDocument(await scenarioAt(place, installation), changes, installation),
    shelf: new Map(),
    project: projectFolderOf(place.file, installation),
    place,
    set,
    data: { file: fromUser(data), written: data },
    said: flags.map.map(mappingOf),
    factors: { list: parseFactors(factors), places: noPlaces },
    leaveOut: (flags.leaveOut?.split(',') ?? []).map((text) => ({ text: text.trim(), where: '--leave-out' })),
    ...present({
      holdOut: placed(flags.holdOut, '--hold-out'),
      dateColumn: placed(flags.dateColumn, '--date-column'),
      dates: placed(flags.dates, '--dates'),
      decimal: placed(flags.decimal, '--decimal'),
    }),
  };
}

async function fromFile(
  written: string,
  text: string,
  flags: CalibrateFlags,
  installation: Installation,
): Promise<Asked> {
  const { data, map, factors, set, overlay, dates, decimal } = flags;
  refuseBesideFile({ data, map, factors, set, overlay, dates, decimal });
  refuseBesideFile({
    'hold-out': flags.holdOut,
    'leave-out': flags.leaveOut,
    'date-column': flags.dateColumn,
  });
  const { experiment, ...opened } = await openExperiment(written, text, installation);
  const section = experiment.sections.fit;
  if (section === undefined)
    throw lackingSection('fit', 'what is fitted to which figures', 'calibrate.md', written);
  const folder = path.dirname(fromUser(written));
  return {
    ...opened,
    ...section,
    set: experiment.set,
    data: { file: path.resolve(folder, section.data.text), written: section.data.text },
    said: section.columns.map(({ column, text: metric, where }) => parseMapping(column, metric, where)),
  };
}

/** `column=metric`; a column's name may hold an equals sign, a metric's does not. */
function mappingOf(written: string): ColumnMapping {
  const equals = written.lastIndexOf('=');
  return parseMapping(written.slice(0, Math.max(0, equals)).trim(), written.slice(equals + 1), '--map');
}

/** The record's text: from where it was named, or else from beside the scenario. */
async function textIn({ data: { file, written }, place }: Asked): Promise<string> {
  const beside = path.resolve(path.dirname(place.file), written);
  const named = await nodeFiles.read(file, limits.dataBytes);
  const content = named.kind === 'missing' ? await nodeFiles.read(beside, limits.dataBytes) : named;
  const text = textOf(content, written, limits.dataBytes);
  if ('text' in text) return text.text;
  const { problem } = text;
  const hint = 'Check the name; it is looked for where it was named, and beside the scenario.';
  throw new StudioError(content.kind === 'missing' ? { ...problem, hint } : problem);
}

/** Without what was not given. */
const present = <T extends object>(fields: T): { [Key in keyof T]?: NonNullable<T[Key]> } =>
  // The entries of T, less those that are undefined.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };

const lacking = (where: string, message: string, hint: string): StudioError =>
  new StudioError({ code: 'calibrate.incomplete', message, hint, where });
