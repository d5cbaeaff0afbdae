import type { Entry, Field } from '../entry.ts';
import { readId } from '../read-scenario.ts';
import { readYaml } from '../read-yaml.ts';
import { Reading, readMapping, readText, required } from '../reading.ts';
import type { ExperimentDocument, ExperimentRead } from './experiment-document.ts';
import type { Placed } from './placed.ts';
import { readAssignments } from './read-assignments.ts';
import { readDesign } from './read-design.ts';
import { readPlaced, readPlacedList } from './read-placed.ts';
import { sectionNames } from './section-names.ts';
import { readSections } from './sections.ts';

/** Keys of an experiment, in the order in which they are best written. */
export const experimentKeys = [
  'id',
  'title',
  'question',
  'scenario',
  'overlays',
  'set',
  'seeds',
  'design',
  'measure',
  ...sectionNames,
] as const;

/**
 * An experiment from the text of its file, or every problem in it with file, line and column. Never throws, whatever the text.
 * `file` is the name that messages use.
 */
export function parseExperiment(file: string, text: string): ExperimentRead {
  const yaml = readYaml(file, text);
  if (!yaml.ok) return yaml;
  const reading = new Reading();
  const experiment = readExperiment(reading, file, yaml.root);
  if (experiment === undefined || reading.problems.length > 0)
    return { ok: false, problems: reading.problems };
  return { ok: true, experiment };
}

/** True for text that is meant as an experiment rather than a scenario: it names a scenario. */
export function isExperiment(text: string): boolean {
  const yaml = readYaml('', text);
  return yaml.ok && yaml.root.kind === 'mapping' && yaml.root.fields.has('scenario');
}

function readExperiment(reading: Reading, file: string, root: Entry): ExperimentDocument | undefined {
  const fields = readMapping(reading, root, 'The experiment', experimentKeys);
  if (fields === undefined) return undefined;
  const field = (key: (typeof experimentKeys)[number], hint: string): Field | undefined =>
    required(reading, fields, key, { path: 'The experiment', where: root.where, hint });
  const text = (key: 'title' | 'question' | 'scenario', hint: string): Placed | undefined => {
    const found = field(key, hint);
    return found === undefined ? undefined : readPlaced(reading, found.value, key, hint);
  };
  const id = readId(reading, field('id', 'Write id: my-experiment (its file has the same name).'));
  const title = text('title', 'Write a short name.');
  const question = text('question', 'Write the one question it is to answer.');
  const scenario = text('scenario', 'Write the id of a scenario, or a path from this file.');
  const ids = 'Write ids, such as [price-crash].';
  const overlays = readPlacedList(reading, fields.get('overlays'), 'overlays', ids);
  const set = readAssignments(reading, fields.get('set'), 'set');
  const seedsField = fields.get('seeds');
  const seeds = seedsField === undefined ? undefined : readSeeds(reading, seedsField);
  const designField = fields.get('design');
  const design = designField === undefined ? undefined : readDesign(reading, designField);
  const hint = 'Write measures, such as [providers.active@end, mean(market.price), sustainable].';
  const measures = readPlacedList(reading, fields.get('measure'), 'measure', hint);
  const written = sectionNames.flatMap((name) => {
    const found = fields.get(name);
    return found === undefined ? [] : [[name, found] as const];
  });
  const sections = readSections(reading, new Map(written));
  if (id === undefined || title === undefined || question === undefined || scenario === undefined)
    return undefined;
  return {
    file,
    id,
    title: title.text,
    question: question.text,
    scenario,
    overlays,
    set,
    ...(seeds === undefined ? {} : { seeds }),
    ...(design === undefined ? {} : { design }),
    measures,
    sections,
  };
}

/** `1..8`, or a list of seeds. */
function readSeeds(reading: Reading, { value }: Field): Placed | undefined {
  const hint = 'Write a range such as 1..50, or a list such as [1, 2, 7].';
  if (value.kind !== 'list') return readPlaced(reading, value, 'seeds', hint);
  const seeds = value.items.flatMap((item, i) => readText(reading, item, `seeds[${i}]`, hint) ?? []);
  return { text: seeds.join(','), where: value.where };
}
