import { StudioError, toProblem } from '../../../../sim-core/contract/errors.ts';
import type { Hub } from '../hub/hub.ts';
import type { Publication } from '../record/publication.ts';
import type { PublicationShelf } from '../record/publication-files.ts';
import { type Delivery, deliver, type Mailbox } from './deliver.ts';

interface SendParts extends Mailbox {
  readonly hub: Pick<Hub, 'proposal'>;
  readonly shelf: Pick<PublicationShelf, 'write'>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Waits between look-ups: a hub may show a proposal some seconds after the sequencer took it. */
const lookUpAfterMs = [0, 2000, 5000];

/**
 * Sends what was signed, or finds out what became of it. Nothing is ever signed here: where a reply was lost the proposal is looked
 * up, and where it is not there the same envelope is sent again by the next call. Answers the publication as it is now kept. Throws
 * `publish.refused`, `publish.unsure`, `publish.unsigned`, `publish.unreachable` and `hub.*`.
 */
export async function sendKept(
  kept: Publication,
  parts: SendParts,
  signal?: AbortSignal,
): Promise<Publication> {
  const { signature, state } = kept;
  if (state === 'published') return kept;
  if (signature === undefined) throw unsigned();
  const keep = async (next: Publication): Promise<Publication> => {
    await parts.shelf.write(next);
    return next;
  };
  // Sent before, without a reply: it may have arrived.
  if (state === 'sent' && (await isThere(kept, parts, [0])))
    return await keep({ ...kept, state: 'published' });
  const sent = await keep({ ...kept, state: 'sent' });
  let delivery: Delivery;
  try {
    delivery = await deliver(parts, { address: kept.author, sig: signature, data: kept.data }, signal);
  } catch (error) {
    const { code, message, where = 'server', hint = '' } = toProblem(error);
    // It surely was not taken: whether to send it again is the person's to say.
    // A refusal may be of the second copy: the first may have arrived.
    if (state === 'sent' && code === 'publish.refused' && (await isThere(kept, parts, lookUpAfterMs)))
      return await keep({ ...sent, state: 'published' });
    if (code === 'publish.refused')
      await keep({ ...kept, state: 'refused', refusal: message, refused: { rule: where, fix: hint } });
    // As it was: what was sent before without a reply stays in doubt.
    else await keep(kept);
    throw error;
  }
  // A relayer keeps what a Safe signs on the chain until that has happened.
  if (delivery.kind === 'accepted' && signature === '0x' && parts.relayer !== undefined)
    return (await isThere(kept, parts, [0])) ? await keep({ ...sent, state: 'published' }) : sent;
  if (delivery.kind === 'accepted' && delivery.id === kept.id) {
    const { ipfs, receipt } = delivery;
    return await keep({ ...sent, state: 'published', ipfs, ...(receipt === undefined ? {} : { receipt }) });
  }
  if (delivery.kind === 'duplicate' || (await isThere(kept, parts, lookUpAfterMs)))
    return await keep({ ...sent, state: 'published' });
  throw unsure(kept, delivery);
}

/** Whether a hub shows what was sent. What cannot be looked up counts as not seen. */
async function isThere(
  { kind, proposal, data: { message } }: Publication,
  { hub, sleep }: SendParts,
  after: readonly number[],
): Promise<boolean> {
  for (const ms of after) {
    await sleep(ms);
    const found = await hub.proposal(proposal).catch(() => undefined);
    if (kind === 'proposal' && found) return true;
    if (kind === 'update' && found?.updated === message.timestamp) return true;
    if (kind === 'cancel' && found === null) return true;
  }
  return false;
}

const unsigned = (): StudioError =>
  new StudioError({
    code: 'publish.unsigned',
    message: 'It has not been signed yet.',
    hint: 'Sign it first, or import the signatures.',
  });

function unsure({ id }: Publication, delivery: Delivery): StudioError {
  const because =
    delivery.kind === 'unsure'
      ? delivery.because
      : 'the server gave it another id than it has by its content';
  return new StudioError({
    code: 'publish.unsure',
    message: `It is not certain that it arrived: ${because}, and the hub does not show it yet.`,
    hint: `Send again in a minute: the signature is kept, nothing is signed anew, and it cannot be published twice. Its id is ${id}.`,
  });
}
