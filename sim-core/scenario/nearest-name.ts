/** The name a person most likely meant; `undefined` where none is close. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = written.slice(0, 100).toLowerCase();
  let nearest: string | undefined;
  let least = (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))) + 1;
  for (const name of names) {
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** `Did you mean "period"? Allowed: initial, period.` */
export function suggestion(written: string, names: readonly string[]): string {
  const nearest = nearestName(written, names);
  const allowed = names.length === 0 ? 'Nothing is allowed here.' : `Allowed: ${names.join(', ')}.`;
  return nearest === undefined ? allowed : `Did you mean "${nearest}"? ${allowed}`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into another. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
