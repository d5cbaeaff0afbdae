/** Text, or where its bytes stop being text. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly offset: number; readonly because: string };

const chunkUnits = 8192;

/**
 * UTF-8 to text, strictly: a NUL, a stray or overlong sequence or half a surrogate pair is no text. A leading byte order
 * mark is dropped. Written here because the core has no TextDecoder.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const parts: string[] = [];
  let units: number[] = [];
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (offset < bytes.length) {
    const first = bytes[offset] ?? 0;
    if (first === 0) return { ok: false, offset, because: 'holds a NUL byte' };
    const length = sequenceLength(first);
    const point = length === 1 ? first : codePoint(bytes, offset, length);
    if (point === undefined) return { ok: false, offset, because: 'is not UTF-8' };
    if (point >= 0x10000)
      units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    offset += length;
    if (units.length >= chunkUnits) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return { ok: true, text: parts.join('') };
}

/** Bytes of the sequence that a first byte opens; 0 where none can begin so. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  if (first >= 0xf0 && first < 0xf5) return 4;
  return 0;
}

const smallestOf = [0, 0, 0x80, 0x800, 0x10000];

function codePoint(bytes: Uint8Array, offset: number, length: number): number | undefined {
  if (length === 0 || offset + length > bytes.length) return undefined;
  let point = (bytes[offset] ?? 0) & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) {
    const byte = bytes[offset + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return surrogate || point > 0x10ffff || point < (smallestOf[length] ?? 0) ? undefined : point;
}
