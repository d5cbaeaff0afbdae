import type { Known } from './assemble.ts';
import { StudioError } from './contract/errors.ts';
import type { Declaration, OwnMetric } from './contract/extension.ts';
import type { Mechanism } from './contract/mechanism.ts';
import type { Model } from './contract/model.ts';
import { slots } from './contract/slot.ts';
import { accounts, columns, records } from './contract/vocabulary.ts';

/** A module of a project, and what it exports by default. */
interface Module {
  readonly name: string;
  readonly read: unknown;
}

/**
 * What there is with a project's own modules added. Each exports a function that is given `kit` and returns a mechanism, a
 * metric or a model. Throws `extension.bad` where one does not, `extension.taken` where its id is another's.
 */
export function extended(
  known: Known,
  modules: readonly Module[],
  kit: object,
): Known & { readonly own: readonly Mechanism[]; readonly declarations: readonly Declaration[] } {
  const own: Mechanism[] = [];
  const metrics: OwnMetric[] = [];
  const models: Model[] = [];
  for (const { name, read } of modules) {
    if (typeof read !== 'function') throw bad(name, 'does not export a function by default');
    const made: unknown = read(kit);
    if (isMechanism(made)) own.push(sound(name, made, [...known.mechanisms, ...own]));
    else if (isMetric(made)) metrics.push(soundMetric(name, made, [...known.metrics, ...metrics]));
    else if (isModel(made)) models.push(soundModel(name, made, models));
    else
      throw bad(name, 'returns no mechanism (it has a slot), metric (it has read) or model (it has steps)');
  }
  return {
    mechanisms: [...known.mechanisms, ...own],
    metrics: [...known.metrics, ...metrics],
    models: [...known.models, ...models],
    own,
    // What JSON cannot say, functions, is what stays behind.
    declarations: own.map((each): Declaration => JSON.parse(JSON.stringify(each))),
  };
}

function sound(name: string, mechanism: Mechanism, others: readonly Mechanism[]): Mechanism {
  const { id, slot, reads, writes, needs = [], follows = [], parameters } = mechanism;
  if (!slots.includes(slot)) throw bad(name, `names a slot "${slot}"; slots are ${slots.join(', ')}`);
  if (!/^[a-z]+\.[a-z][a-z0-9-]*$/.test(id) || !id.startsWith(`${slot}.`))
    throw bad(name, `has the id "${id}"; write ${slot}.my-name, small letters and hyphens`);
  if (others.some((other) => other.id === id)) throw taken(name, id);
  const tables = Object.keys(columns);
  for (const path of [...reads, ...writes, ...follows, ...needs.filter((need) => !tables.includes(need))])
    if (!isPath(path)) throw bad(name, `names "${path}", which the vocabulary does not hold`);
  for (const [parameter, { unit, why, label }] of Object.entries(parameters))
    if (!(unit && why && label))
      throw bad(name, `gives no unit, label or why for its parameter "${parameter}"`);
  return mechanism;
}

function soundMetric(name: string, metric: OwnMetric, others: readonly OwnMetric[]): OwnMetric {
  const { id, needs = [] } = metric;
  if (!/^[a-z-]+\.[a-z][a-z0-9-]*$/.test(id)) throw bad(name, `has the id "${id}"; write group.my-name`);
  if (others.some((other) => other.id === id)) throw taken(name, id);
  for (const path of needs)
    if (!isPath(path)) throw bad(name, `needs "${path}", which the vocabulary does not hold`);
  return metric;
}

function soundModel(name: string, model: Model, others: readonly Model[]): Model {
  if (others.some((other) => other.id === model.id)) throw taken(name, model.id);
  return model;
}

function isPath(path: string): boolean {
  const [group = '', name = ''] = path.split('.');
  const groups: Readonly<Record<string, object>> = { ...columns, ...records, ledger: accounts };
  return Object.hasOwn(groups, group) && Object.hasOwn(groups[group] ?? {}, name);
}

/** The shape only: what each part holds is looked at afterwards, and by the contract's types where the author uses them. */
function isMechanism(made: unknown): made is Mechanism {
  if (typeof made !== 'object' || made === null || !('slot' in made)) return false;
  const parts = new Map<string, unknown>(Object.entries(made));
  return (
    ['id', 'slot', 'title', 'summary'].every((key) => typeof parts.get(key) === 'string') &&
    Number.isInteger(parts.get('version')) &&
    ['sources', 'reads', 'writes', 'examples'].every((key) => Array.isArray(parts.get(key))) &&
    isRecord(parts.get('parameters'))
  );
}

function isMetric(made: unknown): made is OwnMetric {
  if (typeof made !== 'object' || made === null) return false;
  const parts = new Map<string, unknown>(Object.entries(made));
  return (
    ['id', 'title', 'unit', 'definition', 'source'].every((key) => typeof parts.get(key) === 'string') &&
    typeof parts.get('read') === 'function'
  );
}

function isModel(made: unknown): made is Model {
  if (typeof made !== 'object' || made === null) return false;
  const parts = new Map<string, unknown>(Object.entries(made));
  return (
    typeof parts.get('id') === 'string' &&
    ['steps', 'metrics'].every((key) => Array.isArray(parts.get(key))) &&
    ['tables', 'records'].every((key) => isRecord(parts.get(key)))
  );
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => each !== null);

const bad = (name: string, what: string): StudioError =>
  new StudioError({
    code: 'extension.bad',
    message: `${name} ${what}.`,
    hint: 'docs/how-to/write-a-mechanism.md shows a whole one.',
    where: name,
  });

const taken = (name: string, id: string): StudioError =>
  new StudioError({
    code: 'extension.taken',
    message: `${name} declares ${id}, which there is already.`,
    hint: 'Give it a name of its own.',
    where: name,
  });
