/**
 * Every combination of one level each, as indices into lists of the given lengths: the last list turns fastest. Nothing
 * where a list is empty. Lazily, since products grow fast.
 */
export function* fullFactorial(lengths: readonly number[]): Generator<readonly number[]> {
  if (lengths.some((length) => length < 1)) return;
  const at = lengths.map(() => 0);
  for (;;) {
    yield [...at];
    let place = lengths.length - 1;
    while (place >= 0 && at[place] === lengths[place] - 1) {
      at[place] = 0;
      place -= 1;
    }
    if (place < 0) return;
    at[place] += 1;
  }
}
