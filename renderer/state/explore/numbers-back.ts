/** A result as it was before it crossed a door: JSON has no NaN and sends null in its place. */
export function numbersBack<T>(value: T): T {
  // Only null is exchanged, and results use it for nothing else: the shape stays.
  return back(value) as T;
}

function back(value: unknown): unknown {
  if (value === null) return Number.NaN;
  if (Array.isArray(value)) return value.map(back);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, back(each)]));
}
