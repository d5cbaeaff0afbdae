import path from 'node:path';
import { type Problem, StudioError } from '../../sim-core/contract/errors.ts';
import { describeParameters } from '../../sim-core/scenario/describe-parameters.ts';
import { nearestName } from '../../sim-core/scenario/nearest-name.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import type { ScenarioRead } from '../../sim-core/scenario/scenario-document.ts';
import type { OpenedScenario, ScenarioCard } from '../api/studio-api.ts';
import type { Files } from '../ports/files.ts';
import { overlaysFolder } from './overlays.ts';
import { brokenCard, scenarioCard } from './scenario-card.ts';
import { picturesIn } from './scenario-pictures.ts';

/** The file in a scenario's folder that makes it one. */
const scenarioFile = 'scenario.yaml';

const largestReadme = 1024 * 1024;

/** Ids of the scenarios under `folder`, sorted: its folders, but for that of the overlays. */
export async function scenarioIds(files: Files, folder: string): Promise<readonly string[]> {
  return (await files.foldersIn(folder)).filter((name) => name !== overlaysFolder);
}

/** Every scenario under `folder`, sorted by id; those that cannot be read too, with their problem. */
export async function listScenarios(files: Files, folder: string): Promise<readonly ScenarioCard[]> {
  const ids = await scenarioIds(files, folder);
  return await Promise.all(
    ids.map(async (id) => {
      const read = await readScenario(files, folder, id);
      return read.ok ? scenarioCard(id, read.document) : brokenCard(id, oneOf(read.problems));
    }),
  );
}

/** The scenario in the folder `id`. Throws `scenario.unknown`, or what is wrong with it. */
export async function openById(files: Files, folder: string, id: string): Promise<OpenedScenario> {
  const ids = await scenarioIds(files, folder);
  if (!ids.includes(id)) throw unknownScenario(id, ids);
  const read = await readScenario(files, folder, id);
  if (!read.ok) throw new StudioError(oneOf(read.problems));
  const { document } = read;
  return {
    card: scenarioCard(id, document),
    text: document.text,
    readme: await readmeIn(files, path.join(folder, id)),
    pictures: await picturesIn(files, path.join(folder, id)),
    spec: document.spec,
    parameters: describeParameters(document),
    warnings: document.warnings,
  };
}

function readScenario(files: Files, folder: string, id: string): Promise<ScenarioRead> {
  const read = (name: string, limitBytes: number) =>
    files.read(path.join(folder, id, ...name.split('/')), limitBytes);
  return openScenario(read, scenarioFile, `scenarios/${id}/${scenarioFile}`);
}

async function readmeIn(files: Files, folder: string): Promise<string> {
  const content = await files.read(path.join(folder, 'README.md'), largestReadme);
  return content.kind === 'bytes' ? Buffer.from(content.bytes).toString('utf8') : '';
}

/** The first problem, and how many there are besides. */
function oneOf(problems: readonly Problem[]): Problem {
  const [first, ...others] = problems;
  if (first === undefined) throw new Error('a scenario was refused without a problem');
  if (others.length === 0) return first;
  const more = others.length === 1 ? 'There is one more problem' : `There are ${others.length} more problems`;
  return { ...first, message: `${first.message} (${more} in this scenario.)` };
}

function unknownScenario(id: string, ids: readonly string[]): StudioError {
  const nearest = nearestName(id, ids);
  return new StudioError({
    code: 'scenario.unknown',
    message: `There is no scenario ${JSON.stringify(id)}.`,
    hint: `${nearest === undefined ? '' : `Did you mean "${nearest}"? `}There are: ${ids.join(', ')}.`,
  });
}
