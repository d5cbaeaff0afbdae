import type { MechanismUse } from '../contract/scenario.ts';
import { type Slot, slots } from '../contract/slot.ts';
import { missingTables } from '../mechanisms/missing-tables.ts';
import { type Entry, type Field, quoted } from './entry.ts';
import { suggestion } from './nearest-name.ts';
import { originOfDefault } from './read-origin.ts';
import { type ParameterSetting, readParameter } from './read-parameter.ts';
import { type Reading, readMapping, readText, required } from './reading.ts';
import type { MechanismDeclaration, Origin } from './scenario-document.ts';

/** The mechanisms of a scenario, slot by slot, with every parameter filled in; notes each value's origin. */
export function readMechanisms(
  reading: Reading,
  entry: Entry,
  declared: readonly MechanismDeclaration[],
  setting: ParameterSetting,
  origins: Map<string, Origin>,
): readonly MechanismUse[] {
  const bySlot = readMapping(reading, entry, 'mechanisms', slots);
  const uses: MechanismUse[] = [];
  const first = new Map<string, string>();
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
      const parameters = readParameters(reading, item, mechanism, setting, origins);
      uses.push({ id: mechanism.id, version: mechanism.version, slot, parameters });
    });
  }
  checkAgents(
    reading,
    declared.filter(({ id }) => first.has(id)),
    declared,
    (id) => first.get(id) ?? entry.where,
  );
  return uses;
}

/** Reports mechanisms that need customers or cells in a scenario that has none. */
function checkAgents(
  reading: Reading,
  used: readonly MechanismDeclaration[],
  declared: readonly MechanismDeclaration[],
  whereOf: (mechanism: string) => string,
): void {
  for (const { mechanism, table, broughtBy } of missingTables(used, declared)) {
    reading.report({
      code: 'mechanism.needs-agents',
      message: `${mechanism} needs ${table}, which no mechanism of this scenario brings in.`,
      hint: `Add ${broughtBy.join(' or ')} under mechanisms.agents, or use another mechanism.`,
      where: whereOf(mechanism),
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
  setting: ParameterSetting,
  origins: Map<string, Origin>,
): MechanismUse['parameters'] {
  const names = Object.keys(mechanism.parameters);
  const given = givenFields(reading, item, mechanism.id, names);
  const values: Record<string, MechanismUse['parameters'][string]> = {};
  for (const [name, parameter] of Object.entries(mechanism.parameters)) {
    const path = `${mechanism.id}.${name}`;
    const field = given.get(name);
    if (field !== undefined) {
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
  checkTogether(reading, mechanism, values, (name) => given.get(name)?.where ?? item.where);
  return values;
}

/** Reports what a mechanism says against a combination of values, once each of them is good by itself. */
export function checkTogether(
  reading: Reading,
  mechanism: MechanismDeclaration,
  values: MechanismUse['parameters'],
  whereOf: (parameter: string) => string,
): void {
  const complete = Object.keys(mechanism.parameters).every((name) => Object.hasOwn(values, name));
  const refused = complete ? mechanism.refuses?.(values) : undefined;
  if (refused === undefined) return;
  const { parameter, message, hint } = refused;
  const path = `${mechanism.id}.${parameter}`;
  reading.report({
    code: 'parameter.refused',
    message: `${path}: ${message}`,
    hint,
    where: whereOf(parameter),
  });
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
