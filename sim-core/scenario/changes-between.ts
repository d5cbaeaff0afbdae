import { isoDate } from '../kernel/calendar.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { ScenarioDocument } from './scenario-document.ts';
import { writeValue } from './write-value.ts';

/** What has to be written to make one scenario of another. */
export interface Changes {
  readonly changes: readonly { readonly path: string; readonly from: string; readonly to: string }[];
  /** Paths whose values take more than a line: the changed scenario has to travel as a file. */
  readonly unwritable: readonly string[];
}

/** The changes that lead from a base to a scenario made from it, each as `applyPoint` takes it. */
export function changesBetween(base: ScenarioDocument, changed: ScenarioDocument): Changes {
  const changes: { path: string; from: string; to: string }[] = [];
  const unwritable: string[] = [];
  const note = (path: string, from: string | undefined, to: string | undefined) => {
    if (from === undefined || to === undefined) unwritable.push(path);
    else if (from !== to) changes.push({ path, from, to });
  };
  note('start', isoDate(base.spec.startDay), isoDate(changed.spec.startDay));
  note('horizon', `${base.spec.ticks} day`, `${changed.spec.ticks} day`);
  const swapped = swaps(base, changed);
  if (swapped === undefined) unwritable.push('mechanisms');
  else for (const { path, from, to } of swapped) note(path, from, to);
  for (const use of changed.spec.mechanisms) {
    const before = base.spec.mechanisms.find(({ id }) => id === use.id)?.parameters;
    const declared = changed.declared.find(({ id }) => id === use.id);
    for (const [name, value] of Object.entries(use.parameters)) {
      const parameter = declared?.parameters[name];
      if (parameter === undefined) continue;
      // A mechanism that is new has its defaults until it is told otherwise.
      const from = before === undefined ? parameter.default : before[name];
      // In whichever order the parts of a value stand.
      if (from !== undefined && canonicalJson(from) === canonicalJson(value)) continue;
      const written = from === undefined ? undefined : writeValue(from, parameter);
      note(`${use.id}.${name}`, written, writeValue(value, parameter));
    }
  }
  return { changes, unwritable };
}

/** Slots in which one mechanism has taken the place of another; undefined where it is not as simple. */
function swaps(
  base: ScenarioDocument,
  changed: ScenarioDocument,
): readonly { readonly path: string; readonly from: string; readonly to: string }[] | undefined {
  const idsOf = ({ spec }: ScenarioDocument) => spec.mechanisms.map(({ id }) => id);
  const [before, after] = [idsOf(base), idsOf(changed)];
  const gone = base.spec.mechanisms.filter(({ id }) => !after.includes(id));
  const come = changed.spec.mechanisms.filter(({ id }) => !before.includes(id));
  const stay = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id)).join();
  if (stay(before, after) !== stay(after, before)) return undefined;
  const slots = [...new Set([...gone, ...come].map(({ slot }) => slot))];
  const found = slots.map((slot) => {
    const [left, ...moreLeft] = gone.filter((use) => use.slot === slot);
    const [entered, ...moreEntered] = come.filter((use) => use.slot === slot);
    const there = base.spec.mechanisms.filter((use) => use.slot === slot).length;
    if (moreLeft.length + moreEntered.length > 0 || (left === undefined && there > 0)) return undefined;
    const path = there > 1 ? `mechanism.${left?.id}` : `mechanism.${slot}`;
    return { path, from: left?.id ?? 'none', to: entered?.id ?? 'none' };
  });
  return found.every((each) => each !== undefined) ? found : undefined;
}
