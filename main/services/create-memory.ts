/**
 * A memory of what was made for each key: whoever asks again is given the same. What could not be made is forgotten, so that the next
 * try is a new one.
 */
export function createMemory<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make();
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
  };
}
