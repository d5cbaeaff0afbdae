/** What stepping a number needs to know of its parameter. */
export interface Stepped {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A number some steps up or down, kept inside its range, without the dust that binary fractions leave (0.1 + 0.2). */
export function stepNumber(value: number, steps: number, { min, max, step }: Stepped): number {
  const moved = Number((value + steps * step).toPrecision(12));
  return Math.min(max, Math.max(min, moved));
}

/** A step for a number that declares none: a fiftieth of its value, or of its range where it is zero, rounded to 1, 2 or 5. */
export function stepFor(value: number, min: number, max: number): number {
  const size = Math.abs(value) > 0 ? Math.abs(value) / 20 : (max - min) / 100;
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(size));
  const lead = size / magnitude;
  return Number(((lead < 2 ? 1 : lead < 5 ? 2 : 5) * magnitude).toPrecision(3));
}
