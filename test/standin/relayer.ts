import { defaultAbiCoder, Interface } from '@ethersproject/abi';
import { safeMessageHash } from './chain/safe-wallet.ts';
import { ingest, type Taken } from './ingest/ingest.ts';
import { isNumber, isObject, isText } from './json.ts';
import { isChecksummed } from './protocol/address.ts';
import { typedDataHash } from './protocol/typed-data-hash.ts';
import { Refusal } from './refusal.ts';
import { jsonReply, type Reply } from './reply.ts';
import { findSpace } from './store.ts';
import type { World } from './world.ts';

/** Holds messages of Safes that sign on the chain until they did, and sends them on then. */
export interface Relayer {
  take(body: unknown): Reply;
  /** Looks once at the chain, as the relayer does every 15 seconds; returns what came of each message that was signed. */
  check(): Promise<readonly (Taken | Refusal)[]>;
}

interface Waiting {
  readonly safe: string;
  readonly network: string;
  readonly hash: string;
  /** What was posted, letter by letter. */
  readonly text: string;
}
const safeApi = new Interface(['function signedMessages(bytes32) view returns (uint256)']);
/** Refusals that may pass: the message is kept and tried again. */
const passing = ['signature validation failed', 'failed to check validation', 'unable to fetch block'];

export function createRelayer(world: World): Relayer {
  const waiting = new Map<string, Waiting>();
  return {
    take(body) {
      const message = readMessage(body);
      if (message === undefined) return jsonReply({ error: 'Invalid format request', details: [] }, 400);
      const network = findSpace(world.store, message.space)?.settings.network;
      if (network === undefined) {
        return jsonReply({ error: 'Invalid format request', details: [{ message: 'Unknown space' }] }, 400);
      }
      const hash = safeMessageHash(network, message.address, message.id);
      waiting.set(hash, { safe: message.address, network, hash, text: JSON.stringify(body) });
      return jsonReply({ id: message.id });
    },
    async check() {
      const sent: (Taken | Refusal)[] = [];
      for (const message of [...waiting.values()]) {
        if (!(await isSigned(message, world))) continue;
        const outcome = await sendOn(message, world);
        sent.push(outcome);
        if (!(outcome instanceof Refusal) || !passing.includes(outcome.text)) waiting.delete(message.hash);
      }
      return sent;
    },
  };
}

function readMessage(body: unknown): { address: string; space: string; id: string } | undefined {
  if (!isObject(body) || !isChecksummed(body.address) || !isObject(body.data)) return undefined;
  const { domain, types, message } = body.data;
  if (!isObject(domain) || !isObject(types) || !isObject(message)) return undefined;
  if (!isNumber(message.timestamp) || !isText(message.space)) return undefined;
  try {
    const id = typedDataHash({ domain, types: JSON.parse(JSON.stringify(types)), message });
    return { address: body.address, space: message.space, id };
  } catch {
    return undefined;
  }
}

async function isSigned({ safe, network, hash }: Waiting, world: World): Promise<boolean> {
  const chain = world.chains.get(network);
  if (chain === undefined || !(await chain.hasCode(safe))) return false;
  const { ok, data } = await chain.look({
    to: safe,
    data: safeApi.encodeFunctionData('signedMessages', [hash]),
  });
  return ok && String(defaultAbiCoder.decode(['uint256'], data)[0]) === '1';
}

async function sendOn({ text }: Waiting, world: World): Promise<Taken | Refusal> {
  try {
    return await ingest(JSON.parse(text), world);
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown : new Refusal('server_error', 500);
  }
}
