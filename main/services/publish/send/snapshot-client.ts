import type { Envelope, TypedData } from '../../../api/publish/typed-data.ts';
import type { MessageKind } from '../message/typed-data-of.ts';

/** Signs typed data, and answers the signature in hexadecimal. */
export type SignTypedData = (data: TypedData) => Promise<string>;

/**
 * The envelope that Snapshot's own client makes of a message: with its types, its order and its spelling of addresses. Nothing is
 * sent. The library is loaded here and nowhere else, since that takes a second, and only in the main process.
 */
export async function envelopeOf(
  kind: MessageKind,
  address: string,
  { message }: TypedData,
  sign: SignTypedData,
): Promise<Envelope> {
  const { default: snapshot } = await import('@snapshot-labs/snapshot.js');
  const client = new snapshot.Client712('https://seq.snapshot.org');
  const made: Envelope[] = [];
  client.send = async (envelope) => void made.push(envelope);
  const signer = {
    _signTypedData: (domain: TypedData['domain'], types: TypedData['types'], signed: TypedData['message']) =>
      sign({ domain, types, message: signed }),
  };
  // The client's own types know neither signers that are no wallet nor every way of voting; it changes what it is given.
  const call = client[methods[kind]].bind(client) as (...args: readonly unknown[]) => Promise<unknown>;
  await call(signer, address, structuredClone(message));
  const [envelope] = made;
  if (envelope === undefined) throw new Error('Snapshot’s client made no envelope.');
  // Its types are one object that all messages share.
  return structuredClone(envelope);
}

const methods = { proposal: 'proposal', update: 'updateProposal', cancel: 'cancelProposal' } as const;
