import { Interface } from '@ethersproject/abi';
import { z } from 'zod';
import { StudioError } from '../../../../../sim-core/contract/errors.ts';
import { type RpcDoor, rpcCall } from '../../rpc-call.ts';
import type { SafeOwners } from './owner-signatures.ts';

const contract = new Interface([
  'function getOwners() view returns (address[])',
  'function getThreshold() view returns (uint256)',
]);

const patienceMs = 20_000;

/** Asks the chain for a Safe's owners and how many must sign. Throws `safe.unknown`, `rpc.*`, `web.*`. */
export async function safeOwners(door: RpcDoor, address: string): Promise<SafeOwners> {
  const ask = async (name: 'getOwners' | 'getThreshold'): Promise<unknown> => {
    const params = [{ to: address, data: contract.encodeFunctionData(name) }, 'latest'];
    const result = z
      .string()
      .parse(await rpcCall(door, { method: 'eth_call', params, timeoutMs: patienceMs }));
    try {
      return contract.decodeFunctionResult(name, result)[0];
    } catch {
      throw new StudioError({
        code: 'safe.unknown',
        message: `${address} is no Safe on the network of ${new URL(door.url).host}.`,
        hint: 'Check the address of the Safe, and that the RPC address is of the space’s network.',
      });
    }
  };
  return {
    owners: z.array(z.string()).parse(await ask('getOwners')),
    threshold: Number(await ask('getThreshold')),
  };
}
