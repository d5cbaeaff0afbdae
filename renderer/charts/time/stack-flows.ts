import type { FlowOverTime, SourcesAndSinksSubject } from './sources-and-sinks-subject.ts';

/** A flow at its place in the stack. One value a tick, in the unit of the subject; sinks are below zero. */
export interface StackedLayer {
  readonly label: string;
  readonly side: 'source' | 'sink';
  /** 0 is nearest to zero. */
  readonly place: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What a side tells apart; a chart has at most six hues. */
const most = 3;

/** Sources upwards, sinks downwards, and what is left of the sources: the largest of a side nearest to zero. */
export function stackFlows({ sources, sinks, span }: SourcesAndSinksSubject): {
  readonly layers: readonly StackedLayer[];
  readonly net: Float64Array;
} {
  const up = sideOf(sources, 'source', span.ticks);
  const down = sideOf(sinks, 'sink', span.ticks);
  const top = up.at(-1)?.high;
  const bottom = down.at(-1)?.low;
  const net = Float64Array.from(
    { length: span.ticks },
    (_, tick) => (top?.[tick] ?? 0) + (bottom?.[tick] ?? 0),
  );
  return { layers: [...up, ...down], net };
}

/** The largest flows of a side, those left over as one. */
export function mainFlows(flows: readonly FlowOverTime[]): readonly FlowOverTime[] {
  const sorted = [...flows].sort((a, b) => totalOf(b.values) - totalOf(a.values));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const length = Math.max(...rest.map(({ values }) => values.length));
  const values = Float64Array.from({ length }, (_, tick) =>
    rest.reduce((sum, flow) => sum + amountOf(flow.values[tick]), 0),
  );
  return [...sorted.slice(0, most - 1), { label: `${rest.length} others`, values }];
}

function sideOf(flows: readonly FlowOverTime[], side: 'source' | 'sink', ticks: number): StackedLayer[] {
  let floor = new Float64Array(ticks);
  return mainFlows(flows).map(({ label, values }, place) => {
    const from = floor;
    const sign = side === 'source' ? 1 : -1;
    const to = Float64Array.from(from, (value, tick) => value + sign * amountOf(values[tick]));
    floor = to;
    return side === 'source'
      ? { label, side, place, low: from, high: to }
      : { label, side, place, low: to, high: from };
  });
}

/** What is not known counts nothing in a stack. */
const amountOf = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) ? value : 0;

export const totalOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + amountOf(value), 0);
