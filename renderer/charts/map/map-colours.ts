import { interpolateViridis, scaleLinear, scaleLog } from 'd3';

/** From a value to a colour, and the numbers of its legend. */
export interface MapColours {
  colourOf(value: number): string;
  /** Values at the steps of the legend, from low to high. */
  readonly steps: readonly number[];
  readonly logarithmic: boolean;
}

/** More than this between the least and the largest value, and a linear scale would show one region alone. */
const wide = 20;

/** Viridis between two values; logarithmic where they are far apart and both above zero. */
export function mapColours(low: number, high: number, steps = 7): MapColours {
  const logarithmic = low > 0 && high / low > wide;
  const top = high > low ? high : low + 1;
  const scale = logarithmic
    ? scaleLog().domain([low, top]).range([0, 1]).clamp(true)
    : scaleLinear().domain([low, top]).range([0, 1]).clamp(true);
  return {
    colourOf: (value) => interpolateViridis(scale(value)),
    steps: Array.from({ length: steps }, (_, step) => scale.invert(step / (steps - 1))),
    logarithmic,
  };
}
