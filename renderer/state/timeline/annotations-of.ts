import type { MechanismView } from '../../../main/api/model/model-api.ts';
import type { Parameter } from '../../../sim-core/contract/parameter.ts';
import type { MechanismUse, ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { quantity } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';
import type { Annotation } from './annotation.ts';

/** A value that follows a record has more steps than anyone decided on: those are no events. */
const mostSteps = 12;

/**
 * What the scenario itself puts on known days within its run: shocks (overlays among them), halvings, scheduled changes, and dates and dated steps
 * of its mechanisms. Shocks at random strike on other days in each seed and are left out.
 * @param mechanisms what the mechanisms declare; without them only what needs no declaration is found
 */
export function annotationsOf(spec: ScenarioSpec, mechanisms: readonly MechanismView[]): Annotation[] {
  const views = new Map(mechanisms.map((view) => [view.id, view]));
  return spec.mechanisms
    .flatMap((use) => eventsOf(use, views.get(use.id), spec))
    .filter(({ tick }) => tick >= 0 && tick < spec.ticks)
    .map(({ until, ...event }) =>
      until === undefined ? event : { ...event, until: Math.min(until, spec.ticks - 1) },
    )
    .sort((a, b) => a.tick - b.tick || a.text.localeCompare(b.text, 'en'));
}

function eventsOf(use: MechanismUse, view: MechanismView | undefined, spec: ScenarioSpec): Annotation[] {
  const title = view?.title ?? use.id;
  if (use.slot === 'shocks') return shock(use, title);
  if (use.id === 'emission.halving') return halvings(use, title, spec);
  if (use.id === 'governance.scheduled-patch') return patches(use, spec);
  return datesOf(use, view, title, spec);
}

function shock({ parameters }: MechanismUse, title: string): Annotation[] {
  const { when, after, duration } = parameters;
  if (when === 'random' || typeof after !== 'number') return [];
  const lasts = typeof duration === 'number' ? { until: after + duration - 1 } : {};
  return [{ tick: after, kind: 'shock', text: title, ...lasts }];
}

/** On the day of the month of the first day, or on the first of the next where a month has no such day. */
function halvings(
  { parameters }: MechanismUse,
  title: string,
  { startDay, ticks }: ScenarioSpec,
): Annotation[] {
  const { first, period } = parameters;
  if (typeof first !== 'number' || typeof period !== 'number') return [];
  const [year = 0, month = 1, dayOfMonth = 1] = isoDay(first).split('-').map(Number);
  const events: Annotation[] = [];
  for (let count = 1; ; count += 1) {
    const at = month - 1 + count * period;
    const day = Math.min(Date.UTC(year, at, dayOfMonth), Date.UTC(year, at + 1, 1)) / 86_400_000;
    if (day >= startDay + ticks) return events;
    if (day > startDay)
      events.push({ tick: day - startDay, kind: 'halving', text: `${title} ${count} of the emission` });
  }
}

function patches({ parameters }: MechanismUse, { startDay }: ScenarioSpec): Annotation[] {
  const { changes, from, lasts } = parameters;
  if (typeof from !== 'number' || typeof changes !== 'object' || !('parameter' in changes)) return [];
  const { parameter, value, after } = changes;
  const back = typeof lasts === 'number' && lasts > 0 ? lasts : undefined;
  return (parameter ?? []).flatMap((path, row): Annotation[] => {
    const tick = from + Number(after?.[row] ?? 0) - startDay;
    const came = { tick, kind: 'change', text: `${path} becomes ${value?.[row] ?? '?'}` } as const;
    if (back === undefined) return [came];
    return [came, { tick: tick + back, kind: 'change', text: `${path} is taken back` }];
  });
}

/** Days and dated steps that a mechanism was given, in the words of its declaration. */
function datesOf(
  use: MechanismUse,
  view: MechanismView | undefined,
  title: string,
  { startDay, ticks }: ScenarioSpec,
): Annotation[] {
  return Object.entries(view?.parameters ?? {}).flatMap(([name, declared]): Annotation[] => {
    const value = use.parameters[name];
    if (declared.kind === 'date' && typeof value === 'number' && value > startDay)
      return [{ tick: value - startDay, kind: 'change', text: `${title}: ${declared.label.toLowerCase()}` }];
    if (declared.kind !== 'series' || typeof value !== 'object' || !('days' in value)) return [];
    const { days, values } = value as {
      readonly days: readonly number[];
      readonly values: readonly number[];
    };
    const within = days.filter((day) => day > startDay && day < startDay + ticks);
    if (within.length > mostSteps) return [];
    return within.map((day) => ({
      tick: day - startDay,
      kind: 'change' as const,
      text: `${title}: ${stepWords(declared, values[days.indexOf(day)])}`,
    }));
  });
}

const stepWords = ({ label, unit }: Parameter, value = Number.NaN): string =>
  `${label.toLowerCase()} becomes ${quantity(value, unit)}`;
