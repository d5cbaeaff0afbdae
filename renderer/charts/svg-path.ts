/** From ticks and values to px. */
export interface PathScales {
  readonly left: number;
  readonly right: number;
  x(tick: number): number;
  y(value: number): number;
}

const round = (px: number): string => String(Math.round(px * 10) / 10);

/** Ticks to draw so that no px holds more than a line's turn up and down can show. */
function strideOf(layout: PathScales, ticks: number): number {
  return Math.max(1, Math.floor(ticks / (2 * Math.max(1, layout.right - layout.left))));
}

/** `d` of a line through the first `done` values; a value that is not a number leaves a gap. */
export function linePath(values: Float64Array, done: number, layout: PathScales): string {
  const stride = strideOf(layout, done);
  let d = '';
  let pen = 'M';
  for (const tick of drawnTicks(done, stride)) {
    const value = values[tick] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      pen = 'M';
      continue;
    }
    d += `${pen}${round(layout.x(tick))},${round(layout.y(value))}`;
    pen = 'L';
  }
  return d;
}

/** `d` of the area between two lines; a bound without end reaches the edge, a bound that is no number leaves a gap. */
export function bandPath(low: Float64Array, high: Float64Array, layout: PathScales): string {
  let d = '';
  let upper: string[] = [];
  let lower: string[] = [];
  const close = () => {
    if (upper.length > 0) d += `M${upper.join('L')}L${lower.reverse().join('L')}Z`;
    upper = [];
    lower = [];
  };
  for (const tick of drawnTicks(low.length, strideOf(layout, low.length))) {
    const from = low[tick] ?? Number.NaN;
    const to = high[tick] ?? Number.NaN;
    if (Number.isNaN(from) || Number.isNaN(to) || from === Infinity) {
      close();
      continue;
    }
    const x = round(layout.x(tick));
    upper.push(`${x},${round(layout.y(to))}`);
    lower.push(`${x},${round(layout.y(from))}`);
  }
  close();
  return d;
}

/** Every `stride`th tick, and always the last. */
function* drawnTicks(done: number, stride: number): Generator<number> {
  for (let tick = 0; tick < done - 1; tick += stride) yield tick;
  if (done > 0) yield done - 1;
}
