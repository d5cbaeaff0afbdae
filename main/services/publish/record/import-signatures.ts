import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { signedBy } from '../message/message-id.ts';
import { joinOwnerSignatures, type SafeOwners } from '../signers/safe/owner-signatures.ts';
import { otherAccount } from '../signers/sign-checked.ts';
import type { Publication } from './publication.ts';

/** Where the signatures are from: an account, a Safe's owners, or a Safe that signed on the chain. */
export type SignatureSource =
  | { readonly kind: 'account' }
  | { readonly kind: 'safe'; readonly chainId: number; readonly owners?: SafeOwners }
  | { readonly kind: 'on-chain' };

/**
 * A publication with signatures that were made elsewhere, checked as far as they can be here. Throws `import.*`, `safe.*`,
 * `signer.other-account`.
 */
export function withSignatures(
  publication: Publication,
  written: string,
  source: SignatureSource,
): Publication {
  if (publication.state === 'published') return publication;
  return { ...publication, signature: signatureOf(publication, written, source), state: 'signed' };
}

function signatureOf({ id, author, data }: Publication, written: string, source: SignatureSource): string {
  if (source.kind === 'on-chain') return '0x';
  if (source.kind === 'safe') {
    const safe = { address: author, chainId: source.chainId };
    return joinOwnerSignatures(written, safe, id, source.owners).signature;
  }
  const [signature] = written.match(/0x[0-9a-fA-F]{130}(?![0-9a-fA-F])/) ?? [];
  const account = signature === undefined ? undefined : signedBy(data, signature);
  if (signature === undefined || account === undefined)
    throw new StudioError({
      code: 'import.no-signature',
      message: 'The text holds no signature of an account.',
      hint: 'Put 0x and 130 hexadecimal digits into it, as the signer gave them.',
    });
  if (account.toLowerCase() === author.toLowerCase()) return signature;
  throw otherAccount(account, author);
}
