/** Where an item is drawn, in px; undefined where it is not. */
export type Place = { readonly x: number; readonly y: number } | undefined;

/** The item nearest to a point, if it is within `reach` px; undefined otherwise. */
export function nearestPoint(places: readonly Place[], x: number, y: number, reach = 24): number | undefined {
  let nearest: number | undefined;
  let least = reach * reach;
  for (const [index, place] of places.entries()) {
    if (place === undefined) continue;
    const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (distance > least || (distance === least && nearest !== undefined)) continue;
    nearest = index;
    least = distance;
  }
  return nearest;
}

/** The row that a height falls in, of rows of equal height below each other; undefined outside. */
export function rowAt(y: number, top: number, rowHeight: number, rows: number): number | undefined {
  const row = Math.floor((y - top) / rowHeight);
  return row >= 0 && row < rows ? row : undefined;
}
