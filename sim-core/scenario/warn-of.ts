import type { MechanismUse, ScenarioSpec } from '../contract/scenario.ts';
import { isoDate } from '../kernel/calendar.ts';
import type { Entry } from './entry.ts';
import type { Reading } from './reading.ts';
import type { ScenarioMetadata } from './scenario-document.ts';

/** Notes what is allowed in a scenario and is yet rarely meant. */
export function warnOf(reading: Reading, root: Entry, spec: ScenarioSpec, metadata: ScenarioMetadata): void {
  const cited = new Set<string>();
  gatherCited(root, cited);
  for (const key of metadata.sources.keys()) {
    if (cited.has(key)) continue;
    const message = `The source "${key}" is named and never cited.`;
    reading.warn({
      code: 'scenario.unused-source',
      message,
      hint: 'Cite it, or take it out.',
      where: root.where,
    });
  }
  for (const use of spec.mechanisms) {
    const { id, parameters } = use;
    if (strikesLate(use, spec.ticks)) {
      const message = `${id} strikes after ${Number(parameters.after)} days, and the run ends after ${spec.ticks}.`;
      reading.warn({
        code: 'shock.late',
        message,
        hint: 'It changes nothing: let it strike earlier, or run longer.',
        where: `${id}.after`,
      });
    }
    for (const [name, value] of Object.entries(parameters)) {
      if (typeof value !== 'object' || !('days' in value) || value.days.length < 2) continue;
      const first = Number(value.days[0]);
      if (first <= spec.startDay) continue;
      const message = `${id}.${name} begins on ${isoDate(first)}, after the start of the run (${isoDate(spec.startDay)}).`;
      reading.warn({
        code: 'parameter.late-series',
        message,
        hint: 'Its first value also holds before.',
        where: `${id}.${name}`,
      });
    }
  }
}

/** Whether a scheduled shock comes after the last simulated day. */
export const strikesLate = ({ slot, parameters }: MechanismUse, ticks: number): boolean =>
  slot === 'shocks' && parameters.when === 'scheduled' && Number(parameters.after) >= ticks;

function gatherCited(entry: Entry, cited: Set<string>): void {
  if (entry.kind === 'list') for (const item of entry.items) gatherCited(item, cited);
  if (entry.kind !== 'mapping') return;
  for (const [key, { value }] of entry.fields) {
    if (key === 'source' && value.kind === 'scalar') cited.add(value.text);
    gatherCited(value, cited);
  }
}
