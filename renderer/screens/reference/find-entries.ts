import type { MechanismView, MetricView, OutputsView } from '../../../main/api/model/model-api.ts';

/** What is looked up: mechanisms, and quantities that results report. */
export interface Entries {
  readonly mechanisms: readonly MechanismView[];
  readonly metrics: readonly MetricView[];
  readonly verdicts: OutputsView['verdicts'];
}

/** Entries in which every word of the query occurs, in a name, a sentence or a parameter. */
export function findEntries({ mechanisms, metrics, verdicts }: Entries, query: string): Entries {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (...texts: readonly string[]) => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return {
    mechanisms: mechanisms.filter(({ id, title, summary, slot, parameters }) =>
      holds(
        id,
        title,
        summary,
        slot,
        ...Object.entries(parameters).flatMap(([name, { label }]) => [name, label]),
      ),
    ),
    metrics: metrics.filter(({ id, title, definition }) => holds(id, title, definition)),
    verdicts: verdicts.filter(({ id, title, rule }) => holds(id, title, rule)),
  };
}

/** Who brings a value and who asks for it. */
export interface PathUse {
  readonly writers: readonly MechanismView[];
  readonly readers: readonly MechanismView[];
  readonly metrics: readonly MetricView[];
}

/** Everything that has to do with a path of the shared vocabulary, or a part of it. */
export function usesOfPath(path: string, { mechanisms, metrics }: Entries): PathUse {
  const touches = (each: string) =>
    each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`);
  return {
    writers: mechanisms.filter(({ writes }) => writes.some(touches)),
    readers: mechanisms.filter(({ reads }) => reads.some(touches)),
    metrics: metrics.filter(({ reads }) => reads.some(touches)),
  };
}
