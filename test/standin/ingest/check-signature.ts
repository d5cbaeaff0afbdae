import { contractAccepts } from '../chain/contract-signature.ts';
import { isAddress } from '../protocol/address.ts';
import { recoverSigner } from '../protocol/recover-signer.ts';
import { type TypedData, typedDataHash } from '../protocol/typed-data-hash.ts';
import type { World } from '../world.ts';

/** True where `address` signed `data`: as an account, else as a contract on `network`. Throws where that cannot be asked. */
export async function isSignedBy(
  address: string,
  signature: unknown,
  data: TypedData,
  network: string,
  world: World,
): Promise<boolean> {
  const digest = typedDataHash(data);
  if (typeof signature !== 'string' || !isAddress(address)) return false;
  if (recovers(address, digest, signature)) return true;
  const chain = world.chains.get(network);
  if (chain === undefined || !chain.up) throw new Error(`no answer from network ${network}`);
  return contractAccepts(chain, address, digest, signature);
}

function recovers(address: string, digest: string, signature: string): boolean {
  try {
    return recoverSigner(digest, signature) === address;
  } catch {
    return false;
  }
}
