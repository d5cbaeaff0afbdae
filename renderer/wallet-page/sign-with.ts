import type { WalletProvider } from './wallets.ts';

/** What the studio wants signed. */
export interface SignatureAsked {
  readonly author: string;
  /** For `eth_signTypedData_v4`, as JSON. */
  readonly payload: string;
}

/** A signature, or why there is none, in a sentence. */
export type Signed =
  | { readonly ok: true; readonly signature: string }
  | { readonly ok: false; readonly message: string };

/** Asks a wallet to sign for the author. Never rejects. */
export async function signWith(
  provider: WalletProvider,
  { author, payload }: SignatureAsked,
): Promise<Signed> {
  try {
    const accounts = await provider.request({ method: 'eth_requestAccounts' });
    const there = Array.isArray(accounts) ? accounts.map(String) : [];
    if (!there.some((each) => each.toLowerCase() === author.toLowerCase())) {
      const shows = there.length === 0 ? 'no account' : there.join(', ');
      return refused(`This wallet shows ${shows}. Choose ${author} in it, then press again.`);
    }
    const signature = await provider.request({ method: 'eth_signTypedData_v4', params: [author, payload] });
    return typeof signature === 'string' ? { ok: true, signature } : refused('The wallet gave no signature.');
  } catch (error) {
    return refused(reasonOf(error));
  }
}

/** The code by which wallets say that a person declined (EIP-1193). */
const userRejected = 4001;

function reasonOf(error: unknown): string {
  const told = typeof error === 'object' && error !== null ? error : {};
  if ('code' in told && told.code === userRejected)
    return 'You declined in the wallet. Press again to sign, or choose not to.';
  return `The wallet refused: ${'message' in told ? String(told.message).slice(0, 300) : String(error)}`;
}

const refused = (message: string): Signed => ({ ok: false, message });
