import path from 'node:path';
import { type Problem, StudioError } from '../../../sim-core/contract/errors.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import { describeParameters } from '../../../sim-core/scenario/describe-parameters.ts';
import { textOf } from '../../../sim-core/scenario/file-content.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import { openScenario } from '../../../sim-core/scenario/open-scenario.ts';
import type {
  MechanismDeclaration,
  ScenarioDocument,
  ScenarioRead,
} from '../../../sim-core/scenario/scenario-document.ts';
import type {
  CheckedScenario,
  ListedScenario,
  OpenedScenario,
  ScenarioText,
  ScenarioVariant,
} from '../../api/scenarios/scenarios-api.ts';
import type { FileContent, Files } from '../../ports/files.ts';
import { nativeDigest } from '../native-digest.ts';
import { readWithin } from '../read-within.ts';
import { brokenCard, scenarioCard } from './scenario-card.ts';
import { picturesIn } from './scenario-pictures.ts';
import { findPlace, placeOf, type ScenarioPlace, type Shelf, scenarioIds, variantsIn } from './shelf.ts';
import { readCourse } from './stored-course.ts';

const largestReadme = 1024 * 1024;
/** Scenarios that are read side by side: of ten thousand at once the system would refuse to open the files. */
const readsAtOnce = 64;

/** Every scenario of the shelves, sorted by id; those that cannot be read too, with their problem. */
export async function listScenarios(
  files: Files,
  shelves: readonly Shelf[],
  cardOf = (place: ScenarioPlace) => listedAt(files, place),
): Promise<readonly ListedScenario[]> {
  const places = await Promise.all(
    shelves.map(async (shelf) =>
      (await scenarioIds(files, shelf.folder)).map((id): [string, ScenarioPlace] => [id, placeOf(shelf, id)]),
    ),
  );
  // A later shelf hides what an earlier one has of the same id.
  const shown = [...new Map(places.flat()).values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const cards: ListedScenario[] = [];
  for (let from = 0; from < shown.length; from += readsAtOnce)
    cards.push(...(await Promise.all(shown.slice(from, from + readsAtOnce).map(cardOf))));
  return cards;
}

/** The scenario at a place as the list has it, with what is wrong with it if it cannot be read. */
export async function listedAt(files: Files, place: ScenarioPlace): Promise<ListedScenario> {
  const [read, variants] = await Promise.all([readPlace(files, place), variantsOf(files, place)]);
  if (!read.ok) return { ...brokenCard(place, oneOf(read.problems)), variants };
  const { within, name } = place;
  const course = await readCourse(files, within, name, read.document.spec);
  const card = scenarioCard(place, read.document);
  return { ...card, variants, ...(course === undefined ? {} : { course }) };
}

async function variantsOf(files: Files, place: ScenarioPlace): Promise<readonly ScenarioVariant[]> {
  const names = await variantsIn(files, place.within);
  return await Promise.all(
    names.map(async (name) => {
      const id = `${place.id}/${name}`;
      const read = await readPlace(files, placeOf(place, id));
      return read.ok
        ? { id, title: read.document.metadata.title }
        : { id, title: id, problem: oneOf(read.problems) };
    }),
  );
}

/** The scenario at a place. Throws what is wrong with it. */
export async function openAt(files: Files, place: ScenarioPlace): Promise<OpenedScenario> {
  const read = await readPlace(files, place);
  if (!read.ok) throw new StudioError(oneOf(read.problems));
  const { document } = read;
  return {
    ...viewOf(place, document),
    textDigest: nativeDigest(document.text),
    readme: await readmeIn(files, place.within),
    pictures: await picturesIn(files, place.within),
  };
}

/** A shipped scenario, or a variant of one. Throws `scenario.unknown`, or what is wrong with it. */
export const openShipped = async (files: Files, shipped: string, id: string): Promise<OpenedScenario> =>
  await openAt(files, await findPlace(files, [{ place: 'shipped', folder: shipped }], id));

/** The text of the scenario at a place, good or not. Throws why it is no text, such as a file that is gone. */
export async function textAt(files: Files, place: ScenarioPlace): Promise<ScenarioText> {
  const content = await files.read(path.join(place.within, place.name), limits.scenarioBytes);
  const read = textOf(content, place.label, limits.scenarioBytes);
  if (!('text' in read)) throw new StudioError(read.problem);
  const { text } = read;
  const checked = await readPlace(files, place, text);
  return { text, textDigest: nativeDigest(text), problems: checked.ok ? [] : checked.problems };
}

/** A text, read as if it stood in the file of a scenario. */
export async function checkAt(files: Files, place: ScenarioPlace, text: string): Promise<CheckedScenario> {
  const read = await readPlace(files, place, text);
  if (!read.ok) return { ok: false, text, problems: read.problems };
  return { ok: true, ...viewOf(place, read.document) };
}

/**
 * The document at a place; of `text` in place of its file where that is given. Modules of its project take part in it: none is read
 * while one of them may not run.
 */
export async function readPlace(files: Files, place: ScenarioPlace, text?: string): Promise<ScenarioRead> {
  const { within, name, label, own } = place;
  if (own !== undefined && own.problems.length > 0) return { ok: false, problems: own.problems };
  const read = async (wanted: string, limitBytes: number): Promise<FileContent> => {
    if (text === undefined || wanted !== name) return await readWithin(files, within, wanted, limitBytes);
    const bytes = new TextEncoder().encode(text);
    return bytes.length > limitBytes ? { kind: 'too-large', size: bytes.length } : { kind: 'bytes', bytes };
  };
  const opened = await openScenario(read, name, label, declaredAt(place));
  if (!opened.ok || own === undefined || own.code.length === 0) return opened;
  const { document } = opened;
  const code = own.code.map(({ name, id }) => ({ name, id }));
  return { ok: true, document: { ...document, spec: { ...document.spec, code }, code: own.code } };
}

/** The mechanisms that a scenario at a place may use. */
export const declaredAt = ({ own }: ScenarioPlace): readonly MechanismDeclaration[] =>
  own === undefined ? mechanisms : [...mechanisms, ...own.declarations];

const viewOf = (place: ScenarioPlace, document: ScenarioDocument) => ({
  card: scenarioCard(place, document),
  text: document.text,
  spec: document.spec,
  parameters: describeParameters(document),
  warnings: document.warnings,
});

async function readmeIn(files: Files, folder: string): Promise<string> {
  const content = await readWithin(files, folder, 'README.md', largestReadme);
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
