/** A text at the right end of a plot, at the height of what it names. */
export interface Label {
  readonly text: string;
  readonly y: number;
  readonly colour: string;
  readonly bold: boolean;
}

/** Moves labels apart, each as little as its neighbours allow, inside `top` .. `bottom`. */
export function spreadLabels(labels: readonly Label[], top: number, bottom: number, gap = 13): Label[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let floor = top;
  const down = sorted.map((label) => {
    const y = Math.max(label.y, floor);
    floor = y + gap;
    return { ...label, y };
  });
  let ceiling = bottom;
  return down
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, ceiling);
      ceiling = y - gap;
      return { ...label, y };
    })
    .reverse();
}
