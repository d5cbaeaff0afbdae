import { z } from 'zod';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { walletPayload } from '../message/message-id.ts';
import { type RpcDoor, RpcRefusal, rpcCall } from '../rpc-call.ts';
import { declined, type Signer } from './signer.ts';

/** A person may have to find the window of the wallet first. */
const patienceMs = 10 * 60_000;

/** The code by which wallets say that a person declined (EIP-1193). */
const userRejected = 4001;

/** Signs by a wallet or node that listens on an address of this computer, or over https. */
export const rpcSigner = (door: RpcDoor): Signer => ({
  name: `the signer at ${hostOf(door.url)}`,
  async sign({ data, author }, signal) {
    const call = (method: string, params: readonly unknown[]) =>
      rpcCall(door, { method, params, timeoutMs: patienceMs, signal });
    const accounts = z.array(z.string()).safeParse(await accountsOf(call));
    const there = accounts.success ? accounts.data : [];
    if (!there.some((each) => each.toLowerCase() === author.toLowerCase()))
      throw notThere(door.url, there, author);
    try {
      return z.string().parse(await call('eth_signTypedData_v4', [author, walletPayload(data)]));
    } catch (error) {
      if (error instanceof RpcRefusal && error.number === userRejected)
        throw declined(`the signer at ${hostOf(door.url)}`);
      throw error;
    }
  },
});

/** Wallets want to be asked for leave; nodes know only the plain question. */
async function accountsOf(
  call: (method: string, params: readonly unknown[]) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await call('eth_requestAccounts', []);
  } catch (error) {
    if (error instanceof RpcRefusal && error.number !== userRejected) return await call('eth_accounts', []);
    throw error;
  }
}

function hostOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const own = parsed !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
  if (parsed !== undefined && (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && own)))
    return parsed.host;
  throw new StudioError({
    code: 'signer.bad-address',
    message: `${JSON.stringify(url.slice(0, 200))} is no address of a signer.`,
    hint: 'Give one of this computer, such as http://127.0.0.1:1248, or one that begins with https://.',
  });
}

const notThere = (url: string, accounts: readonly string[], author: string): StudioError =>
  new StudioError({
    code: 'signer.no-account',
    message: `The signer at ${hostOf(url)} does not have the author’s account ${author}.`,
    hint: accounts.length === 0 ? 'It has none: unlock it.' : `It has ${accounts.slice(0, 5).join(', ')}.`,
  });
