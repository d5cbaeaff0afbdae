import { z } from 'zod';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Web } from '../../ports/web.ts';
import { jsonIn } from '../json-in.ts';

/** A JSON-RPC server: an Ethereum node, or a wallet that listens on this computer. */
export interface RpcDoor {
  readonly web: Web;
  readonly url: string;
}

interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const rpcReply = z.union([
  z.looseObject({ error: z.looseObject({ code: z.number(), message: z.string() }) }),
  z.looseObject({ result: z.unknown() }),
]);

/** An RPC server's refusal, with the code that says which. */
export class RpcRefusal extends StudioError {
  readonly number: number;

  constructor(
    host: string,
    method: string,
    { code, message }: { readonly code: number; readonly message: string },
  ) {
    super({
      code: 'rpc.refused',
      message: `${host} refused ${method}: ${message.slice(0, 300)} (${code}).`,
      hint: 'Look at the wallet or node that listens there.',
    });
    this.number = code;
  }
}

/** Calls one method and answers its result. Throws `rpc.refused`, `rpc.unusual` or `web.*`. */
export async function rpcCall(
  { web, url }: RpcDoor,
  { method, params, timeoutMs, signal }: RpcCall,
): Promise<unknown> {
  const reply = await web.send({
    url,
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    headers: { 'content-type': 'application/json' },
    timeoutMs,
    ...(signal === undefined ? {} : { signal }),
  });
  const { host } = new URL(url);
  const checked = rpcReply.safeParse(jsonIn(reply.text));
  if (!checked.success)
    throw new StudioError({
      code: 'rpc.unusual',
      message: `${host} does not speak JSON-RPC (it answered ${reply.status}).`,
      hint: 'Check the address: it is that of a node or wallet, such as http://127.0.0.1:8545.',
    });
  if ('error' in checked.data) throw new RpcRefusal(host, method, rpcError.parse(checked.data.error));
  return checked.data.result;
}

const rpcError = z.looseObject({ code: z.number(), message: z.string() });
