import type { MechanismUse } from '../contract/scenario.ts';
import { type Slot, slots } from '../contract/slot.ts';
import { clashes } from '../mechanisms/combination.ts';
import { refusals } from '../mechanisms/refusals.ts';
import { type Entry, type Field, quoted } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import { originOfDefault } from './read-origin.ts';
import { type ParameterSetting, readParameter } from './read-parameter.ts';
import { type Reading, readMapping, readText, required } from './reading.ts';
import type { MechanismDeclaration, Origin } from './scenario-document.ts';

/** Where each given parameter stands, and where its value comes from; by path. */
interface Notes {
  readonly places: Map<string, string>;
  readonly origins: Map<string, Origin>;
}

/** Mechanisms, slot by slot, with every parameter filled in. */
export interface UsedMechanisms {
  readonly uses: readonly MechanismUse[];
  /** Where a mechanism, or one of its parameters that is given, stands in the file. */
  whereOf(path: string, mechanism: string): string;
}

/** The mechanisms that a file lists, each by itself; notes each value's origin. */
export function readMechanisms(
  reading: Reading,
  entry: Entry,
  declared: readonly MechanismDeclaration[],
  setting: ParameterSetting,
  origins: Map<string, Origin>,
): UsedMechanisms {
  const bySlot = readMapping(reading, entry, 'mechanisms', slots);
  const uses: MechanismUse[] = [];
  const first = new Map<string, string>();
  const places = new Map<string, string>();
  for (const slot of slots) {
    const list = bySlot?.get(slot)?.value;
    if (list === undefined) continue;
    if (list.kind !== 'list') {
      reading.report({
        code: 'scenario.wrong-type',
        message: `mechanisms.${slot} is not a list.`,
        hint: 'Write one `- use: <mechanism>` for each.',
        where: list.where,
      });
      continue;
    }
    list.items.forEach((item, index) => {
      const mechanism = readUse(reading, item, `mechanisms.${slot}[${index}]`, slot, declared);
      if (mechanism === undefined || item.kind !== 'mapping') return;
      const before = first.get(mechanism.id);
      if (before !== undefined) {
        const message = `${mechanism.id} is used twice.`;
        const hint = `It stands first at ${before}. A mechanism acts once; keep one.`;
        reading.report({ code: 'mechanism.twice', message, hint, where: item.where });
        return;
      }
      first.set(mechanism.id, item.where);
      const { id, version } = mechanism;
      const parameters = readParameters(reading, item, mechanism, { ...setting, places, origins });
      uses.push({ id, version, slot, parameters });
    });
  }
  return { uses, whereOf: (path, id) => places.get(path) ?? first.get(id) ?? entry.where };
}

/** Reports why the mechanisms of a whole scenario, or their values, cannot be together. */
export function checkTogether(
  reading: Reading,
  { uses, whereOf }: UsedMechanisms,
  declared: readonly MechanismDeclaration[],
): void {
  checkMechanisms(reading, uses, declared, (id) => whereOf(id, id));
  checkValues(reading, uses, declared, whereOf);
}

/** Reports mechanisms that cannot be together: in a wrong order, without what they need, one undoing another. */
function checkMechanisms(
  reading: Reading,
  uses: readonly MechanismUse[],
  declared: readonly MechanismDeclaration[],
  whereOf: (mechanism: string) => string,
): void {
  const used = uses.flatMap(({ id }) => declared.find((each) => each.id === id) ?? []);
  for (const { code, mechanism, message, hint } of clashes(used, declared)) {
    reading.report({ code, message, hint, where: whereOf(mechanism) });
  }
}

/** Reports what mechanisms say against their values together, once all are complete and each is good by itself. */
export function checkValues(
  reading: Reading,
  uses: readonly MechanismUse[],
  declared: readonly MechanismDeclaration[],
  whereOf: (path: string, mechanism: string) => string,
): void {
  const used = uses.flatMap(({ id, parameters }) => {
    const mechanism = declared.find((each) => each.id === id);
    const complete = Object.keys(mechanism?.parameters ?? {}).every((name) =>
      Object.hasOwn(parameters, name),
    );
    return mechanism !== undefined && complete ? { mechanism, parameters } : [];
  });
  if (used.length < uses.length) return;
  for (const { path, message, hint } of refusals(used)) {
    const id = path.slice(0, path.lastIndexOf('.'));
    reading.report({
      code: 'parameter.refused',
      message: `${path}: ${message}`,
      hint,
      where: whereOf(path, id),
    });
  }
}

function readUse(
  reading: Reading,
  item: Entry,
  path: string,
  slot: Slot,
  declared: readonly MechanismDeclaration[],
): MechanismDeclaration | undefined {
  const fields = readMapping(reading, item, path, ['use', 'parameters']);
  if (fields === undefined) return undefined;
  const ids = declared.filter((each) => each.slot === slot).map((each) => each.id);
  const hint = `Write use: ${ids.join(' or ')}`;
  const use = required(reading, fields, 'use', { path, where: item.where, hint });
  const id = use === undefined ? undefined : readText(reading, use.value, `${path}.use`, hint);
  if (use === undefined || id === undefined) return undefined;
  const mechanism = declared.find((each) => each.id === id);
  if (mechanism === undefined) {
    return reading.report({
      code: 'mechanism.unknown',
      message: `There is no mechanism ${quoted(id)}.`,
      hint: suggestion(id, ids.length > 0 ? ids : declared.map((each) => each.id)),
      where: use.value.where,
    });
  }
  if (mechanism.slot === slot) return mechanism;
  return reading.report({
    code: 'mechanism.wrong-slot',
    message: `${id} stands in the slot ${slot}, but belongs to ${mechanism.slot}.`,
    hint: `Move it to mechanisms.${mechanism.slot}.`,
    where: use.value.where,
  });
}

function readParameters(
  reading: Reading,
  item: Entry & { readonly kind: 'mapping' },
  mechanism: MechanismDeclaration,
  { places, origins, ...setting }: ParameterSetting & Notes,
): MechanismUse['parameters'] {
  const names = Object.keys(mechanism.parameters);
  const given = givenFields(reading, item, mechanism.id, names);
  const values: Record<string, MechanismUse['parameters'][string]> = {};
  for (const [name, parameter] of Object.entries(mechanism.parameters)) {
    const path = `${mechanism.id}.${name}`;
    const field = given.get(name);
    if (field !== undefined) {
      places.set(path, field.where);
      const read = readParameter(reading, field, parameter, path, setting);
      if (read === undefined) continue;
      values[name] = read.value;
      origins.set(path, read.origin);
    } else if ('default' in parameter && parameter.default !== undefined) {
      values[name] = parameter.default;
      origins.set(path, originOfDefault(parameter));
    } else {
      const message = `${mechanism.id} lacks its parameter "${name}" (${parameter.label}), which has no default.`;
      const hint = parameter.kind === 'table' ? 'Give `file`.' : `Give it in ${parameter.unit}.`;
      reading.report({ code: 'parameter.missing', message, hint, where: item.where });
    }
  }
  return values;
}

function givenFields(
  reading: Reading,
  item: Entry & { readonly kind: 'mapping' },
  id: string,
  names: readonly string[],
): ReadonlyMap<string, Field> {
  const parameters = item.fields.get('parameters');
  if (parameters === undefined) return new Map();
  if (parameters.value.kind !== 'mapping') {
    readMapping(reading, parameters.value, `${id}.parameters`, names);
    return new Map();
  }
  for (const [name, field] of parameters.value.fields) {
    if (names.includes(name)) continue;
    reading.report({
      code: 'parameter.unknown',
      message: `${id} has no parameter ${quoted(name)}.`,
      hint: suggestion(name, names),
      where: field.where,
    });
  }
  return parameters.value.fields;
}
