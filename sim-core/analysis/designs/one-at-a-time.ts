/**
 * One list varied at a time, the others left as they are: first nothing varied (`undefined` everywhere), then each level of
 * the first list, then each of the second. Lists may differ in length.
 */
export function oneAtATime(lengths: readonly number[]): readonly (readonly (number | undefined)[])[] {
  const base = lengths.map(() => undefined);
  const varied = lengths.flatMap((length, place) =>
    Array.from({ length }, (_, level) => lengths.map((_, i) => (i === place ? level : undefined))),
  );
  return [base, ...varied];
}
