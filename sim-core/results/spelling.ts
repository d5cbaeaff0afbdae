/** A row of cells that are spelled already. */
export const row = (cells: readonly string[]): string => `${cells.join(',')}\n`;

/** The shortest digits that read back as the same number (ECMAScript Number::toString); nothing where there is none. */
export function numberCell(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : `${value}`;
}

/** An apostrophe before what a spreadsheet would run as a formula. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** RFC 4180, and no formula. */
export function textCell(text: string): string {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole of a file in one string; for files that are known to be small, and for a browser's download. */
export const joined = (chunks: Iterable<string>): string => [...chunks].join('');

/** Characters gathered before a chunk is handed on: large enough to be fast, small enough for any file. */
const chunkLength = 1 << 18;

/** Pieces of text gathered to chunks, since a file of many seeds is larger than any one string should be. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
