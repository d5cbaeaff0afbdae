import { ecrecover, publicToAddress } from '@ethereumjs/util';
import { checksummed } from './address.ts';
import { fromHex, toHex } from './bytes.ts';

/**
 * Who signed a digest: the address in EIP-55. Takes what wallets make: 65 bytes (r, s, v with v 0, 1 or from 27 on) and
 * the 64 bytes of EIP-2098. Throws for anything else.
 */
export function recoverSigner(digest: string, signature: string): string {
  const { r, s, odd } = partsOf(fromHex(signature));
  return checksummed(toHex(publicToAddress(ecrecover(fromHex(digest), odd ? 28n : 27n, r, s))));
}

function partsOf(bytes: Uint8Array): { r: Uint8Array; s: Uint8Array; odd: boolean } {
  const r = bytes.slice(0, 32);
  const s = bytes.slice(32, 64);
  if (bytes.length === 64) {
    const [first = 0] = s;
    s[0] = first & 0x7f;
    return { r, s, odd: first > 0x7f };
  }
  const v = bytes[64];
  if (bytes.length !== 65 || v === undefined) throw new Error('a signature has 64 or 65 bytes');
  if (v < 27 && v > 1) throw new Error('signature invalid v byte');
  return { r, s, odd: v < 27 ? v === 1 : v % 2 === 0 };
}
