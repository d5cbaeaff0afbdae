import { joinBytes, sha256Bytes } from './bytes.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The CID, version 1, of a text's UTF-8 as one raw block: what a pinning service answers for so small a file. */
export function contentId(text: string): string {
  const bytes = joinBytes(Uint8Array.of(0x01, 0x55, 0x12, 0x20), sha256Bytes(text));
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{1,5}/g) ?? [];
  return `b${letters.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('')}`;
}
