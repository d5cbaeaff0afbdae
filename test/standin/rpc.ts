import { isObject, isText, type Json } from './json.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { World } from './world.ts';

/** A node's JSON-RPC, as far as publishing asks one: which chain it is, how far it is, and contracts. */
export async function rpc(network: string, body: unknown, world: World): Promise<Reply> {
  const id = isObject(body) ? (body.id ?? null) : null;
  const fail = (code: number, message: string) => jsonReply({ jsonrpc: '2.0', id, error: { code, message } });
  const chain = world.chains.get(network);
  if (chain === undefined || !chain.up) return jsonReply({ error: 'no such network' }, 404);
  if (!isObject(body) || !isText(body.method)) return fail(-32600, 'invalid request');
  const [first, second] = Array.isArray(body.params) ? body.params : [];
  const result = (value: unknown) => jsonReply({ jsonrpc: '2.0', id, result: value });
  switch (body.method) {
    case 'eth_chainId':
      return result(hex(Number(network)));
    case 'net_version':
      return result(network);
    case 'eth_blockNumber':
      return result(hex(chain.head));
    case 'eth_getBlockByNumber':
      return result(block(first, chain.head, world));
    case 'eth_getCode':
      return result((await chain.hasCode(String(first))) ? '0xfe' : '0x');
    case 'eth_call': {
      if (!isObject(first)) return fail(-32602, `invalid params ${String(second)}`);
      const { ok, data } = await chain.look({
        to: isText(first.to) ? first.to : undefined,
        data: String(first.data),
      });
      return ok ? result(data) : fail(3, 'execution reverted');
    }
    default:
      return fail(-32601, `the method ${body.method} does not exist`);
  }
}

const hex = (value: number): string => `0x${value.toString(16)}`;

/** A block every twelve seconds, the newest now; none behind it. */
function block(tag: Json | undefined, head: number, world: World): Json {
  const number = tag === 'latest' || tag === 'finalized' || tag === 'safe' ? head : Number(tag);
  if (!Number.isInteger(number) || number > head || number < 0) return null;
  return { number: hex(number), timestamp: hex(Math.floor(world.now() / 1000) - 12 * (head - number)) };
}
