import type { BrowserContext } from 'playwright-core';
import { author } from '../publish/scene.ts';

type Account = typeof author;

/** The wallet of a browser, as a test holds it. */
export interface TestWallet {
  /** Shows another account from now on. */
  use(account: Account): void;
  /** Answers nothing until it is called again with false. */
  beSilent(silent: boolean): void;
}

/**
 * A wallet that announces itself on every page of a context (EIP-6963) and really signs, in the test's process. It has the author's
 * account at first.
 */
export async function giveWallet(context: BrowserContext): Promise<TestWallet> {
  let wallet: Account = author;
  let silent = false;
  await context.exposeFunction('walletAsked', async (method: string, params: readonly string[]) => {
    if (silent) return await new Promise(() => {});
    if (method === 'eth_requestAccounts') return { result: [wallet.address.toLowerCase()] };
    const { domain, types, message } = JSON.parse(params[1] ?? '');
    const { EIP712Domain: _, ...rest } = types;
    return { result: await wallet._signTypedData(domain, rest, message) };
  });
  await context.addInitScript(() => {
    const asked = (
      window as unknown as { walletAsked: (m: string, p: unknown) => Promise<{ result: unknown }> }
    ).walletAsked;
    const provider = {
      request: async ({ method, params = [] }: { method: string; params?: unknown }) =>
        (await asked(method, params)).result,
    };
    const detail = Object.freeze({
      info: { uuid: '1', name: 'Test Wallet', icon: 'data:,', rdns: 'test' },
      provider,
    });
    const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
    window.addEventListener('eip6963:requestProvider', announce);
    announce();
  });
  return {
    use(account) {
      wallet = account;
    },
    beSilent(next) {
      silent = next;
    },
  };
}
