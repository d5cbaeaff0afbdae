import type { Problem } from '../contract/errors.ts';
import { dayOf } from '../kernel/calendar.ts';
import type { DataTables } from './data-tables.ts';
import { described, type Entry, type Field } from './entry.ts';
import { readHorizon } from './read-horizon.ts';
import { checkTogether, readMechanisms } from './read-mechanisms.ts';
import { readSources } from './read-sources.ts';
import { type Reading, readMapping, readText, required } from './reading.ts';
import type { MechanismDeclaration, Origin, ScenarioDocument } from './scenario-document.ts';
import { warnOf } from './warn-of.ts';

/** Keys of a scenario, in the order in which they are best written. */
export const scenarioKeys = [
  'id',
  'version',
  'title',
  'question',
  'network',
  'base',
  'calibratedTo',
  'start',
  'horizon',
  'sources',
  'model',
  'mechanisms',
] as const;

type Read = Pick<ScenarioDocument, 'spec' | 'metadata' | 'origins'>;

/** A whole scenario from its entries; problems gather in `reading`, and any makes the answer `undefined`. */
export function readScenario(
  reading: Reading,
  root: Entry,
  declared: readonly MechanismDeclaration[],
  tables: DataTables,
): Read | undefined {
  const fields = readMapping(reading, root, 'The scenario', scenarioKeys);
  if (fields === undefined) return undefined;
  const field = (key: (typeof scenarioKeys)[number], hint: string): Field | undefined =>
    required(reading, fields, key, { path: 'The scenario', where: root.where, hint });
  const text = (key: 'title' | 'question' | 'network', hint: string): string | undefined => {
    const found = field(key, hint);
    return found === undefined ? undefined : readText(reading, found.value, key, hint);
  };
  const id = readId(reading, field('id', 'Write id: my-network (its folder has the same name).'));
  const version = readVersion(reading, field('version', 'Write version: 1'));
  const title = text('title', 'Write a short name.');
  const question = text('question', 'Write the one question it answers.');
  const network = text('network', 'Write the kind of network, such as wireless, storage or compute.');
  const made = fields.get('base');
  const base =
    made === undefined ? undefined : readText(reading, made.value, 'base', 'Write the id of a scenario.');
  const calibrated = fields.get('calibratedTo');
  const calibratedTo =
    calibrated === undefined
      ? undefined
      : readText(reading, calibrated.value, 'calibratedTo', 'Write the series and its dates.');
  const startDay = readStart(reading, field('start', 'Write the first day, such as start: 2023-04-24'));
  const horizon = field('horizon', 'Write how long it runs, such as horizon: 833 day');
  const ticks = horizon === undefined ? undefined : readHorizon(reading, horizon.value);
  const sources = readSources(reading, fields.get('sources'));
  const own = fields.get('model');
  const model = own === undefined ? undefined : readId(reading, own, 'model');
  const listed =
    own === undefined
      ? field('mechanisms', 'Write the mechanisms, a list per slot.')
      : fields.get('mechanisms');
  if (own !== undefined && listed !== undefined) reading.report(bothGiven(listed.where));
  const origins = new Map<string, Origin>();
  const setting = { sources, tables };
  const used =
    listed === undefined ? undefined : readMechanisms(reading, listed.value, declared, setting, origins);
  if (used !== undefined) checkTogether(reading, used, declared);
  const mechanisms = used?.uses ?? [];
  if (
    reading.problems.length > 0 ||
    id === undefined ||
    version === undefined ||
    title === undefined ||
    question === undefined ||
    network === undefined ||
    startDay === undefined ||
    ticks === undefined
  ) {
    return undefined;
  }
  const spec = { id, version, startDay, ticks, mechanisms, ...(model === undefined ? {} : { model }) };
  const metadata = {
    title,
    question,
    network,
    ...(base === undefined ? {} : { base }),
    ...(calibratedTo === undefined ? {} : { calibratedTo }),
    sources,
  };
  warnOf(reading, root, spec, metadata);
  return { spec, metadata, origins };
}

const bothGiven = (where: string): Problem => ({
  code: 'scenario.model-and-mechanisms',
  message: 'The scenario names a model, and lists mechanisms.',
  hint: 'A model of your own runs without mechanisms: keep one of the two.',
  where,
});

/** A name in small letters and hyphens. */
export function readId(reading: Reading, field: Field | undefined, key = 'id'): string | undefined {
  if (field === undefined) return undefined;
  const id = field.value.kind === 'scalar' ? field.value.text : '';
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 60) return id;
  return reading.report({
    code: 'scenario.bad-id',
    message: `${key} is ${described(field.value)}.`,
    hint: 'Write small letters and digits, words joined by hyphens, at most 60 in all, such as wireless-burn-mint.',
    where: field.value.where,
  });
}

function readVersion(reading: Reading, field: Field | undefined): number | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (
    value.kind === 'scalar' &&
    typeof value.value === 'number' &&
    Number.isInteger(value.value) &&
    value.value >= 1
  ) {
    return value.value;
  }
  const message = `version is ${described(value)}: it must be a whole number from 1.`;
  const hint = 'Raise it by one whenever the meaning of the scenario changes.';
  return reading.report({ code: 'scenario.bad-version', message, hint, where: value.where });
}

function readStart(reading: Reading, field: Field | undefined): number | undefined {
  if (field === undefined) return undefined;
  const day = field.value.kind === 'scalar' ? dayOf(field.value.text) : undefined;
  if (day !== undefined) return day;
  return reading.report({
    code: 'scenario.bad-start',
    message: `start is ${described(field.value)}: it must be a date.`,
    hint: 'Write a day of the calendar as 2023-04-24.',
    where: field.value.where,
  });
}
