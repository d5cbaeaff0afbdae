/** A group of holders that share alike, as far as is known. */
export interface HeldByGroup {
  readonly holders: number;
  /** Of the whole group; at least 0. */
  readonly held: number;
}

/** Points of a Lorenz curve from groups, and its Gini coefficient: the area between the curve and the diagonal, twice. */
export function lorenzCurveOf(groups: readonly HeldByGroup[]): {
  readonly points: readonly { readonly holders: number; readonly held: number }[];
  readonly gini: number;
} {
  const known = groups
    .filter(({ holders, held }) => holders > 0 && held >= 0)
    .sort((a, b) => a.held / a.holders - b.held / b.holders);
  const holders = known.reduce((sum, each) => sum + each.holders, 0);
  const held = known.reduce((sum, each) => sum + each.held, 0);
  const points = [{ holders: 0, held: 0 }];
  let area = 0;
  let [x, y] = [0, 0];
  for (const each of known) {
    const [nextX, nextY] = [
      x + each.holders / holders,
      held === 0 ? x + each.holders / holders : y + each.held / held,
    ];
    area += ((y + nextY) / 2) * (nextX - x);
    points.push({ holders: nextX, held: nextY });
    [x, y] = [nextX, nextY];
  }
  return { points, gini: known.length === 0 ? Number.NaN : 1 - 2 * area };
}
