import type { Problem } from '../contract/errors.ts';
import type { MechanismUse } from '../contract/scenario.ts';
import { slots } from '../contract/slot.ts';
import { mechanisms } from '../mechanisms/index.ts';
import { DataTables } from './data-tables.ts';
import type { Entry } from './entry.ts';
import { checkTogether, readMechanisms } from './read-mechanisms.ts';
import { readId } from './read-scenario.ts';
import { readSources } from './read-sources.ts';
import { readYaml } from './read-yaml.ts';
import { Reading, readMapping, readText, required } from './reading.ts';
import type { MechanismDeclaration, Origin, ScenarioDocument, ScenarioRead } from './scenario-document.ts';
import { strikesLate } from './warn-of.ts';

/** Something that may happen to any network: mechanisms, shocks as a rule, that are laid over a scenario. */
export interface Overlay {
  readonly id: string;
  readonly title: string;
  /** What happens, in one sentence. */
  readonly says: string;
  readonly uses: readonly MechanismUse[];
  /** Where each value comes from, by parameter path. */
  readonly origins: ReadonlyMap<string, Origin>;
}

export type OverlayRead =
  | { readonly ok: true; readonly overlay: Overlay }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const keys = ['id', 'title', 'says', 'sources', 'mechanisms'] as const;

/** An overlay from the text of its file, or every problem in it. Never throws. Overlays read no data files. */
export function parseOverlay(
  file: string,
  text: string,
  declared: readonly MechanismDeclaration[] = mechanisms,
): OverlayRead {
  const yaml = readYaml(file, text);
  if (!yaml.ok) return yaml;
  const reading = new Reading();
  const overlay = readOverlay(reading, yaml.root, declared, new DataTables(file, new Map()));
  if (overlay === undefined || reading.problems.length > 0) return { ok: false, problems: reading.problems };
  return { ok: true, overlay };
}

function readOverlay(
  reading: Reading,
  root: Entry,
  declared: readonly MechanismDeclaration[],
  tables: DataTables,
): Overlay | undefined {
  const fields = readMapping(reading, root, 'The overlay', keys);
  if (fields === undefined) return undefined;
  const field = (key: (typeof keys)[number], hint: string) =>
    required(reading, fields, key, { path: 'The overlay', where: root.where, hint });
  const text = (key: 'title' | 'says', hint: string): string | undefined => {
    const found = field(key, hint);
    return found === undefined ? undefined : readText(reading, found.value, key, hint);
  };
  const id = readId(reading, field('id', 'Write id: my-overlay (its file has the same name).'));
  const title = text('title', 'Write a short name.');
  const says = text('says', 'Write in a sentence what happens, and when.');
  const sources = readSources(reading, fields.get('sources'));
  const origins = new Map<string, Origin>();
  const listed = field('mechanisms', 'Write the mechanisms that it adds, a list per slot.');
  if (listed === undefined) return undefined;
  const { uses } = readMechanisms(reading, listed.value, declared, { sources, tables }, origins);
  if (id === undefined || title === undefined || says === undefined) return undefined;
  return { id, title, says, uses, origins };
}

/**
 * The scenario with every overlay laid over it, in the order given: their mechanisms act behind those of the scenario in the
 * same slot. Problems where one makes no sense there: a shock that nothing feels, that strikes after the end, or twice.
 */
export function applyOverlays(document: ScenarioDocument, overlays: readonly Overlay[]): ScenarioRead {
  if (overlays.length === 0) return { ok: true, document };
  const reading = new Reading();
  const byMechanism = new Map<string, string>();
  const uses = [...document.spec.mechanisms];
  const origins = new Map(document.origins);
  for (const overlay of overlays) {
    for (const use of overlay.uses) {
      const where = `overlay ${overlay.id}`;
      if (uses.some(({ id }) => id === use.id)) reading.report(twice(use, byMechanism.get(use.id), where));
      else if (strikesLate(use, document.spec.ticks)) reading.report(late(use, document.spec.ticks, where));
      else uses.push(use);
      byMechanism.set(use.id, where);
    }
    for (const [path, origin] of overlay.origins) origins.set(path, origin);
  }
  const inSlotOrder = slots.flatMap((slot) => uses.filter((use) => use.slot === slot));
  const whereOf = (_: string, mechanism: string): string => byMechanism.get(mechanism) ?? document.file;
  checkTogether(reading, { uses: inSlotOrder, whereOf }, document.declared);
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems };
  const { metadata, spec } = document;
  const laid = [...(metadata.overlays ?? []), ...overlays.map(({ id }) => id)];
  return {
    ok: true,
    document: {
      ...document,
      metadata: { ...metadata, overlays: laid },
      spec: { ...spec, mechanisms: inSlotOrder },
      origins,
    },
  };
}

function twice({ id }: MechanismUse, first: string | undefined, where: string): Problem {
  return {
    code: 'overlay.twice',
    message: `${id} is already there, in ${first ?? 'the scenario itself'}: a mechanism acts once.`,
    hint: `Leave this overlay out, and change the values of the one that is there with --set ${id}.<parameter>=<value>.`,
    where,
  };
}

function late({ id, parameters }: MechanismUse, ticks: number, where: string): Problem {
  return {
    code: 'overlay.late',
    message: `${id} strikes after ${Number(parameters.after)} days, and the run ends after ${ticks}.`,
    hint: 'Lay it over a longer run: --set horizon="3 year".',
    where,
  };
}
