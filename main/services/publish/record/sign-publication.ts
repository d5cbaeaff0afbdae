import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { messageId } from '../message/message-id.ts';
import { wordsOf } from '../message/words-of.ts';
import { envelopeOf } from '../send/snapshot-client.ts';
import { signChecked } from '../signers/sign-checked.ts';
import type { Signer } from '../signers/signer.ts';
import type { Publication } from './publication.ts';
import type { PublicationShelf } from './publication-files.ts';

interface SignParts {
  readonly signer: Signer;
  readonly shelf: Pick<PublicationShelf, 'write'>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Has a publication signed and keeps the signature. What is signed goes through Snapshot's own client, and must have the id that was
 * shown. Answers the publication as it is now kept. Throws `signer.*`, `keystore.*`, `rpc.*`, `web.*`.
 */
export async function signPublication(
  publication: Publication,
  { signer, shelf, ...patience }: SignParts,
): Promise<Publication> {
  const { kind, author, data, id } = publication;
  // Kept before the signer is asked, so that a crash leaves the id to look for.
  await shelf.write(publication);
  const envelope = await envelopeOf(kind, author, data, async (asked) => {
    if (messageId(asked) !== id) throw changed(id);
    return await signChecked(signer, { data: asked, id, author, words: wordsOf(asked) }, patience);
  });
  if (messageId(envelope.data) !== id || envelope.address !== author) throw changed(id);
  const signed: Publication = {
    ...publication,
    data: envelope.data,
    signature: envelope.sig,
    state: 'signed',
  };
  await shelf.write(signed);
  return signed;
}

const changed = (id: string): StudioError =>
  new StudioError({
    code: 'publish.changed',
    message: `What Snapshot’s client would sign is not what was shown (${id}).`,
    hint: 'Nothing was sent. Please report this with the draft: it is a fault of ours.',
  });
