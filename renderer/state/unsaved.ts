/** A text that a person typed and that is not on the disk yet. */
interface Unsaved {
  readonly text: string;
  /** Digest of what was on the disk then: where that is another by now, the person is asked before it is written over. */
  readonly over: string;
}

/** What waits in the page's storage. Where it does not say what it was typed over, `over` is the digest of nothing. */
export function readUnsaved(storage: Storage, key: string): Unsaved | undefined {
  const kept = storage.getItem(key);
  if (kept === null) return undefined;
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read === 'object' && read !== null && 'text' in read && 'over' in read)
      return { text: String(read.text), over: String(read.over) };
  } catch {
    // A page of an earlier release has left the bare text.
  }
  return { text: kept, over: '' };
}

/** Keeps it there; undefined: nothing waits any more. A storage that is full keeps nobody from typing on. */
export function keepUnsaved(storage: Storage, key: string, unsaved: Unsaved | undefined): void {
  try {
    if (unsaved === undefined) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(unsaved));
  } catch {
    storage.removeItem(key);
  }
}
