import type { Fan, Span } from '../plot-data.ts';

/** Only arithmetic that is the same on every engine, so that the saved pictures are too. */

export const span: Span = { startDay: 19_471, ticks: 61 };

export const column = (value: (tick: number) => number, ticks = span.ticks): Float64Array =>
  Float64Array.from({ length: ticks }, (_, tick) => value(tick));

/** A fan around a line; `width` is its half width on the last day. */
export function fanOf(middle: (tick: number) => number, width: number, ticks = span.ticks): Fan {
  const at = (part: number) => column((tick) => middle(tick) + (part * width * tick) / ticks, ticks);
  return { seeds: 20, p5: at(-1), p25: at(-0.4), median: at(0), p75: at(0.4), p95: at(1) };
}

/** Noise that is the same everywhere, 0 to 1. */
export const noise = (index: number, salt = 0): number => ((index * 7919 + salt * 104_729) % 1009) / 1009;
