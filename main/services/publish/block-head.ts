import { z } from 'zod';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { type RpcDoor, rpcCall } from './rpc-call.ts';

const patienceMs = 20_000;
const quantity = z.string().regex(/^0x[0-9a-fA-F]{1,13}$/);

/** The newest block of a network, from a node that says it is of that network. Throws `block.wrong-network`, `rpc.*`, `web.*`. */
export async function blockHead(door: RpcDoor, network: string): Promise<number> {
  const ask = async (method: string): Promise<number> => {
    const result = quantity.safeParse(await rpcCall(door, { method, params: [], timeoutMs: patienceMs }));
    if (result.success) return Number.parseInt(result.data, 16);
    throw new StudioError({
      code: 'rpc.unusual',
      message: `${new URL(door.url).host} gives no number for ${method}.`,
      hint: 'Check the address, or type the number of the block.',
    });
  };
  const chain = String(await ask('eth_chainId'));
  if (chain !== network)
    throw new StudioError({
      code: 'block.wrong-network',
      message: `The RPC address is of network ${chain}, and the space is on network ${network}.`,
      hint: `Give an RPC address of network ${network}, or type the number of the block.`,
    });
  return await ask('eth_blockNumber');
}
