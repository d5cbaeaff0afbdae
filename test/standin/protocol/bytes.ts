import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export { concatBytes as joinBytes, utf8ToBytes } from '@noble/hashes/utils.js';
export const keccak = (bytes: Uint8Array): Uint8Array => keccak_256(bytes);
export const toHex = (bytes: Uint8Array): `0x${string}` => `0x${bytesToHex(bytes)}`;
/** Hex digits of the sha256 of a text's UTF-8, without `0x`. */
export const sha256Text = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
export const sha256Bytes = (text: string): Uint8Array => sha256(utf8ToBytes(text));

/** Bytes of `0x…` with an even number of digits; anything else throws. */
export function fromHex(hex: string): Uint8Array {
  if (!/^0x([0-9a-f]{2})*$/i.test(hex)) throw new Error('not hex of whole bytes');
  return hexToBytes(hex.slice(2));
}

/** A non-negative integer as 32 bytes, most significant first. */
export const word = (value: bigint): Uint8Array => hexToBytes(value.toString(16).padStart(64, '0'));

/** `bytes` behind zeros, 32 bytes in all. */
export function padLeft(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(32);
  padded.set(bytes, 32 - bytes.length);
  return padded;
}
