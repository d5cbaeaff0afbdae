/** Levels of streaks, the shortest first. */
interface Streaks {
  readonly weeks: readonly number[];
  readonly level: readonly number[];
}

/** How many of the rows of `streaks` a streak of so many weeks has reached. */
function reached({ weeks }: Streaks, streak: number): number {
  let rows = 0;
  while (rows < weeks.length && streak >= weeks[rows]) rows += 1;
  return rows;
}

/** Level of a streak of so many weeks; 0 before the first row. */
export function levelAfter(streaks: Streaks, streak: number): number {
  const rows = reached(streaks, streak);
  return rows > 0 ? streaks.level[rows - 1] : 0;
}

/** Weeks that a streak counts after it fell by a level: those at which the level below begins. */
export function fallenStreak(streaks: Streaks, streak: number): number {
  const rows = reached(streaks, streak);
  return rows > 1 ? streaks.weeks[rows - 2] : 0;
}

/** Level of the row whose part of the cumulative shares holds `u`; 0 for those left over. */
export function lockOf(
  { share, level }: { readonly share: readonly number[]; readonly level: readonly number[] },
  u: number,
): number {
  let total = 0;
  for (let row = 0; row < share.length; row++) {
    total += share[row];
    if (u < total) return level[row];
  }
  return 0;
}
