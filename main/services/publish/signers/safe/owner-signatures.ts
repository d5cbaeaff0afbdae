import { verifyMessage, verifyTypedData } from '@ethersproject/wallet';
import { StudioError } from '../../../../../sim-core/contract/errors.ts';
import { type SafeAccount, safeDomain, safeMessageHash, safeMessageTypes } from './safe-message.ts';

/** What is known of a Safe's owners; absent: nobody asked the chain. */
export interface SafeOwners {
  readonly owners: readonly string[];
  readonly threshold: number;
}

interface OwnerSignature {
  readonly owner: string;
  readonly signature: string;
}

/**
 * Owners' signatures as one, in the order of their addresses, which the Safe demands. `written` is whatever owners sent: hexadecimal
 * texts in any form of file, one or several. Throws `safe.*` with the signature that is wrong.
 */
export function joinOwnerSignatures(
  written: string,
  safe: SafeAccount,
  id: string,
  known?: SafeOwners,
): { readonly signature: string; readonly owners: readonly string[] } {
  const given = written.match(/0x[0-9a-fA-F]{130}(?![0-9a-fA-F])/g) ?? [];
  if (given.length === 0) throw noSignatures();
  const byOwner = new Map<string, OwnerSignature>();
  for (const each of given) {
    const signature = ownerOf(safe, id, each);
    byOwner.set(signature.owner.toLowerCase(), signature);
  }
  if (known !== undefined) checkOwners([...byOwner.values()], known);
  const ordered = [...byOwner].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, signature]) => signature);
  return {
    signature: `0x${ordered.map(({ signature }) => signature.slice(2)).join('')}`,
    owners: ordered.map(({ owner }) => owner),
  };
}

/** Safe's mark of signatures that a wallet made over the hash as a plain message: 4 is added to the last byte. */
const plainMessage = 4;

/** Recovers an owner, and puts the last byte as the Safe reads it: 27 or 28, or 31 or 32 for a plain message. */
function ownerOf(safe: SafeAccount, id: string, written: string): OwnerSignature {
  const last = Number.parseInt(written.slice(-2), 16);
  const even = last < 27 ? last + 27 : last;
  const rest = written.slice(0, -2).toLowerCase();
  const withLast = (byte: number): string => rest + byte.toString(16).padStart(2, '0');
  try {
    const signature = withLast(even);
    if (even === 27 || even === 28) {
      const owner = verifyTypedData(safeDomain(safe), safeMessageTypes, { message: id }, signature);
      return { owner, signature };
    }
    const hash = Buffer.from(safeMessageHash(safe, id).slice(2), 'hex');
    return { owner: verifyMessage(hash, withLast(even - plainMessage)), signature };
  } catch {
    throw new StudioError({
      code: 'safe.bad-signature',
      message: `${written.slice(0, 14)}… is no signature of an owner.`,
      hint: 'Copy the whole signature, 0x and 130 hexadecimal digits.',
    });
  }
}

function checkOwners(signatures: readonly OwnerSignature[], { owners, threshold }: SafeOwners): void {
  const there = new Set(owners.map((owner) => owner.toLowerCase()));
  const foreign = signatures.find(({ owner }) => !there.has(owner.toLowerCase()));
  if (foreign !== undefined)
    throw new StudioError({
      code: 'safe.not-an-owner',
      message: `A signature is of ${foreign.owner}, who is no owner of the Safe, or it was made for something else.`,
      hint: 'Every owner has to sign the message that was exported last. Nothing was sent.',
    });
  if (signatures.length < threshold)
    throw new StudioError({
      code: 'safe.below-threshold',
      message: `The Safe wants the signatures of ${threshold} owners, and there are ${signatures.length}.`,
      hint: 'Add the missing signatures to the file. Nothing was sent.',
    });
}

const noSignatures = (): StudioError =>
  new StudioError({
    code: 'safe.no-signatures',
    message: 'There is no signature in the file.',
    hint: 'Put the owners’ signatures into it, one a line: 0x and 130 hexadecimal digits each.',
  });
