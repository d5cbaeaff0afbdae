/** A wallet extension as pages see it (EIP-1193). */
export interface WalletProvider {
  request(call: { readonly method: string; readonly params?: readonly unknown[] }): Promise<unknown>;
}

export interface Wallet {
  /** The same for one wallet however often it announces itself. */
  readonly id: string;
  readonly name: string;
  readonly provider: WalletProvider;
}

/** Milliseconds after which a wallet that has not announced itself is looked for the old way. */
const announcedWithin = 400;

/** Calls `found` for each wallet of the browser: those that announce themselves (EIP-6963), else the one that is simply there. */
export function findWallets(found: (wallet: Wallet) => void, none: () => void): void {
  const seen = new Set<string>();
  const add = (wallet: Wallet) => {
    if (seen.has(wallet.id)) return;
    seen.add(wallet.id);
    found(wallet);
  };
  window.addEventListener('eip6963:announceProvider', (event) => {
    const wallet = event instanceof CustomEvent ? announced(event.detail) : undefined;
    if (wallet !== undefined) add(wallet);
  });
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  setTimeout(() => {
    if (seen.size > 0) return;
    const injected = 'ethereum' in window ? window.ethereum : undefined;
    if (isProvider(injected)) add({ id: 'injected', name: 'the wallet of this browser', provider: injected });
    else none();
  }, announcedWithin);
}

function announced(detail: unknown): Wallet | undefined {
  if (!isObject(detail) || !isObject(detail.info) || !isProvider(detail.provider)) return undefined;
  const { uuid, name } = detail.info;
  if (typeof uuid !== 'string' || typeof name !== 'string') return undefined;
  return { id: uuid, name: name.slice(0, 60), provider: detail.provider };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isProvider = (value: unknown): value is WalletProvider =>
  isObject(value) && typeof value.request === 'function';
