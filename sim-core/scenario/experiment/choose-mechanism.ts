import type { MechanismUse, ScenarioSpec } from '../../contract/scenario.ts';
import { slots } from '../../contract/slot.ts';
import { suggestion } from '../nearest-name.ts';
import { originOfDefault } from '../read-origin.ts';
import type { Reading } from '../reading.ts';
import type { MechanismDeclaration, Origin } from '../scenario-document.ts';
import type { Assignment } from '../set-parameter.ts';

/** Begins the paths that choose a mechanism. */
const prefix = 'mechanism.';

export const choosesMechanism = ({ path }: Assignment): boolean => path.startsWith(prefix);

/** Leaves the mechanism out. */
const nothing = 'none';

/**
 * Puts a mechanism in another's place: `mechanism.<slot>` where the slot has at most one, `mechanism.<id>` where it has several.
 * The new one has its defaults; one that is there already keeps its values; `none` leaves it out.
 */
export function chooseMechanism(
  reading: Reading,
  spec: ScenarioSpec,
  { path, written }: Assignment,
  declared: readonly MechanismDeclaration[],
  origins: Map<string, Origin>,
): ScenarioSpec | undefined {
  const place = path.slice(prefix.length);
  const slot = slots.find((each) => each === place);
  const there = spec.mechanisms.filter((use) => (slot === undefined ? use.id === place : use.slot === slot));
  if (slot === undefined && there.length === 0) return reading.report(noPlace(path, place, spec));
  if (there.length > 1) return reading.report(severalThere(path, there));
  const [old] = there;
  const wanted = written.trim();
  if (old?.id === wanted) return spec;
  const kind = slot ?? old?.slot;
  const chosen = declared.find(({ id }) => id === wanted);
  const options = declared.filter((each) => each.slot === kind).map(({ id }) => id);
  if (wanted !== nothing && (chosen === undefined || chosen.slot !== kind)) {
    const message = `${path} is "${wanted}", which is no mechanism of the slot ${kind}.`;
    const hint = suggestion(wanted, [...options, nothing]);
    return reading.report({ code: 'mechanism.unknown', message, hint, where: path });
  }
  const use = chosen === undefined ? undefined : withDefaults(reading, chosen, path, origins);
  if (chosen !== undefined && use === undefined) return undefined;
  const added = use === undefined ? [] : [use];
  const uses =
    old === undefined
      ? [...spec.mechanisms, ...added]
      : spec.mechanisms.flatMap((each) => (each === old ? added : [each]));
  return { ...spec, mechanisms: slots.flatMap((each) => uses.filter((one) => one.slot === each)) };
}

function withDefaults(
  reading: Reading,
  { id, version, slot, parameters }: MechanismDeclaration,
  path: string,
  origins: Map<string, Origin>,
): MechanismUse | undefined {
  const values: Record<string, MechanismUse['parameters'][string]> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    if (!('default' in parameter) || parameter.default === undefined) {
      const message = `${path} is ${id}, whose parameter "${name}" (${parameter.label}) has no default.`;
      const hint = 'Use it in a scenario file of its own, where the value is given.';
      return reading.report({ code: 'parameter.missing', message, hint, where: path });
    }
    values[name] = parameter.default;
    origins.set(`${id}.${name}`, originOfDefault(parameter));
  }
  return { id, version, slot, parameters: values };
}

const noPlace = (path: string, place: string, { mechanisms }: ScenarioSpec) => ({
  code: 'set.unknown-path',
  message: `${path}: the scenario has neither a slot nor a mechanism of that name.`,
  hint: suggestion(place, [...slots, ...mechanisms.map(({ id }) => id)]),
  where: path,
});

const severalThere = (path: string, there: readonly MechanismUse[]) => ({
  code: 'mechanism.several',
  message: `${path}: the slot has ${there.length} mechanisms, and this does not say which to replace.`,
  hint: `Write ${there.map(({ id }) => prefix + id).join(' or ')}.`,
  where: path,
});
