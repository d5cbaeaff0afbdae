/** Which rows of a long table are in sight, and how much room those above and below take. Px. */
export interface ShownRows {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

/** Rows beyond the edges, so that none is missing while it scrolls. */
const spare = 8;

export function shownRows(rows: number, rowHeight: number, scrolled: number, height: number): ShownRows {
  const from = Math.max(0, Math.min(rows, Math.floor(scrolled / rowHeight) - spare));
  const to = Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + spare);
  return { from, to, above: from * rowHeight, below: (rows - to) * rowHeight };
}
