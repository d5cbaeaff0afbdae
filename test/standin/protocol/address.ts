import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { keccak } from './bytes.ts';

/**
 * An address in the mixed case of EIP-55.
 * @param address 40 hex digits in any case, with `0x` or without
 */
export function checksummed(address: string): string {
  const digits = address.slice(-40).toLowerCase();
  const hash = bytesToHex(keccak(utf8ToBytes(digits)));
  const mixed = [...digits].map((digit, at) =>
    Number.parseInt(hash.charAt(at), 16) > 7 ? digit.toUpperCase() : digit,
  );
  return `0x${mixed.join('')}`;
}

/** True for an EVM address, with `0x` or without, that is all lower case, all upper case, or cased as EIP-55 says. */
export function isAddress(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(0x)?[0-9a-fA-F]{40}$/.test(value)) return false;
  const digits = value.slice(-40);
  const mixed = digits !== digits.toLowerCase() && digits !== digits.toUpperCase();
  return !mixed || checksummed(value) === `0x${digits}`;
}

/** Envelopes and aliases carry addresses in EIP-55 alone. */
export const isChecksummed = (value: unknown): value is string =>
  isAddress(value) && checksummed(value) === value;

/** A Starknet address as the server's format knows it: padded to 64 digits, below 2^251. */
export const isStarknetAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^0x0[0-7][0-9a-f]{62}$/i.test(value);
