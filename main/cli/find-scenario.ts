import { stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { suggestion } from '../../sim-core/scenario/nearest-name.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument, ScenarioRead } from '../../sim-core/scenario/scenario-document.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { projectOf } from '../services/own-code/modules.ts';
import { readWithin } from '../services/read-within.ts';
import { Refusal } from '../services/refusal.ts';
import { scenarioIds } from '../services/scenarios/shelf.ts';
import { declarationsOf } from './own-code/declarations-of.ts';
import { fromUser } from './places.ts';

/** A scenario's file, and the name that messages use for it. */
export interface ScenarioPlace {
  readonly file: string;
  readonly label: string;
}

const usualName = 'scenario.yaml';

/**
 * From the id of a shipped scenario, `id/variant` for another file in its folder, a YAML file, or a folder that holds
 * `scenario.yaml`. Throws `scenario.unknown`.
 */
export async function findScenario(written: string, installation: Installation): Promise<ScenarioPlace> {
  const ids = await scenarioIds(nodeFiles, installation.scenarios);
  if (ids.includes(written)) {
    return {
      file: path.join(installation.scenarios, written, usualName),
      label: `scenarios/${written}/${usualName}`,
    };
  }
  const [id = '', variant = '', ...deeper] = written.split('/');
  if (ids.includes(id) && /^[a-z0-9-]+$/.test(variant) && deeper.length === 0) {
    const name = `${variant}.yaml`;
    const shipped = path.join(installation.scenarios, id, name);
    if (await isFile(shipped)) return { file: shipped, label: `scenarios/${id}/${name}` };
  }
  const file = fromUser(written);
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true)
    return { file: path.join(file, usualName), label: joined(written, usualName) };
  if (found !== undefined || /[\\/]|\.ya?ml$/.test(written)) return { file, label: joined(written) };
  throw new StudioError({
    code: 'scenario.unknown',
    message: `There is no scenario "${written}", and no file of that name.`,
    hint: suggestion(written, ids),
  });
}

const isFile = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isFile() === true;

/** Reads a scenario and its data files, with the mechanisms of its project. Throws where code is not trusted. */
export async function readScenario(place: ScenarioPlace, installation: Installation): Promise<ScenarioRead> {
  const { file, label } = place;
  const folder = path.dirname(file);
  const read = (name: string, limitBytes: number) => readWithin(nodeFiles, folder, name, limitBytes);
  const project = isWithin(installation.scenarios, file) ? undefined : await projectOf(nodeFiles, file);
  if (project === undefined) return await openScenario(read, path.basename(file), label);
  const declared = [...mechanisms, ...(await declarationsOf(project, installation))];
  const opened = await openScenario(read, path.basename(file), label, declared);
  if (!opened.ok) return opened;
  const code = project.code.map(({ name, id }) => ({ name, id }));
  const { document } = opened;
  return {
    ok: true,
    document: { ...document, spec: { ...document.spec, code }, code: project.code },
  };
}

/** The scenario, or a `Refusal` with every problem in it. */
export async function scenarioAt(
  place: ScenarioPlace,
  installation: Installation,
): Promise<ScenarioDocument> {
  const read = await readScenario(place, installation);
  if (read.ok) return read.document;
  throw new Refusal(read.problems);
}

const isWithin = (folder: string, file: string): boolean => !path.relative(folder, file).startsWith('..');

const joined = (...parts: readonly string[]): string => path.join(...parts).replaceAll(path.sep, '/');
