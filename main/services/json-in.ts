/** What the JSON in a text, or in the bytes of a file, says; undefined where it is none. */
export function jsonIn(content: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}
