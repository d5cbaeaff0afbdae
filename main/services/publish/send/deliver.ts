import { z } from 'zod';
import { StudioError, toProblem } from '../../../../sim-core/contract/errors.ts';
import type { Envelope } from '../../../api/publish/typed-data.ts';
import type { Web, WebReply } from '../../../ports/web.ts';
import { jsonIn } from '../../json-in.ts';
import { rateLimited } from '../hub/hub-request.ts';
import { refusal } from './refusals.ts';

/** What became of an envelope that was sent once. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly id: string; readonly ipfs: string; readonly receipt?: string }
  /** The server has it already: an earlier reply was lost. */
  | { readonly kind: 'duplicate' }
  /** It may or may not have arrived. */
  | { readonly kind: 'unsure'; readonly because: string };

export interface Mailbox {
  readonly web: Web;
  readonly sequencer: string;
  /** Takes envelopes that were signed on the chain, whose signature is `0x`. */
  readonly relayer?: string;
}

const patienceMs = 30_000;

const accepted = z.looseObject({
  id: z.string(),
  ipfs: z.string().nullish(),
  relayer: z.looseObject({ receipt: z.string().nullish() }).nullish(),
});
const refused = z.looseObject({ error: z.string(), error_description: z.unknown().optional() });

/**
 * Sends an envelope once. Throws `publish.refused`, `publish.unreachable` and `hub.rate-limited`, where it surely was not taken.
 */
export async function deliver(
  { web, sequencer, relayer }: Mailbox,
  envelope: Envelope,
  signal?: AbortSignal,
): Promise<Delivery> {
  const url = envelope.sig === '0x' && relayer !== undefined ? relayer : sequencer;
  const { host } = new URL(url);
  let reply: WebReply;
  try {
    reply = await web.send({
      url,
      body: JSON.stringify(envelope),
      headers: { 'content-type': 'application/json' },
      timeoutMs: patienceMs,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    return unsent(host, error);
  }
  return read(reply, host);
}

function read(reply: WebReply, host: string): Delivery {
  if (reply.status === 429) throw rateLimited(host, reply.header('retry-after'));
  const json = jsonIn(reply.text);
  if (reply.status >= 200 && reply.status < 300) {
    const taken = accepted.safeParse(json);
    if (taken.success) {
      const { id, ipfs, relayer } = taken.data;
      const receipt = relayer?.receipt ?? '';
      return { kind: 'accepted', id, ipfs: ipfs ?? '', ...(receipt === '' ? {} : { receipt }) };
    }
    return { kind: 'unsure', because: `${host} answered, but not as a sequencer does` };
  }
  const said = refused.safeParse(json);
  if (!said.success) return { kind: 'unsure', because: `${host} answered ${reply.status}, without a reason` };
  const text = textOf(said.data.error_description ?? '') || said.data.error;
  if (text.startsWith('duplicate message')) return { kind: 'duplicate' };
  if (reply.status >= 500)
    return { kind: 'unsure', because: `${host} has a fault of its own: ${text.slice(0, 200)}` };
  throw refusal(text);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

function unsent(host: string, error: unknown): Delivery {
  const { code, message } = toProblem(error);
  if (code === 'web.lost' || code === 'web.timeout' || code === 'web.cancelled' || code === 'web.too-large')
    return { kind: 'unsure', because: message.replace(/\.$/, '') };
  if (code !== 'web.unreachable') throw error;
  throw new StudioError({
    code: 'publish.unreachable',
    message: `The sequencer at ${host} cannot be reached: this time nothing was sent.`,
    hint: 'Check the address and the connection, then send again: the signature is kept and nothing is signed anew.',
  });
}
