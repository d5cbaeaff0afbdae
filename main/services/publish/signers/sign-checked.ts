import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { signedBy } from '../message/message-id.ts';
import type { Signer, SigningRequest } from './signer.ts';

interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks a signer, gives up after a time, and checks that the signature is the author's. Throws `signer.silent`,
 * `signer.cancelled`, `signer.other-account`, `signer.no-signature`, and what the signer says.
 */
export async function signChecked(
  signer: Signer,
  request: SigningRequest,
  patience: Patience,
): Promise<string> {
  const signature = await answered(signer, request, patience);
  const account = signedBy(request.data, signature);
  if (account === undefined)
    throw new StudioError({
      code: 'signer.no-signature',
      message: `What ${signer.name} gave is no signature of what was asked.`,
      hint: 'Use another signer: this one may not support eth_signTypedData_v4.',
    });
  if (account.toLowerCase() !== request.author.toLowerCase()) throw otherAccount(account, request.author);
  return signature;
}

export const otherAccount = (account: string, author: string): StudioError =>
  new StudioError({
    code: 'signer.other-account',
    message: `It was signed with ${account}, and the author is ${author}.`,
    hint: 'Choose the author’s account in the signer and sign again, or make that account the author. Nothing was sent.',
  });

async function answered(
  signer: Signer,
  request: SigningRequest,
  { timeoutMs, signal }: Patience,
): Promise<string> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  const ended = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  const gaveUp = new Promise<never>((_, reject) => {
    const refuse = () => reject(signal?.aborted ? cancelled() : silent(signer.name, timeoutMs));
    if (ended.aborted) refuse();
    ended.addEventListener('abort', refuse, { once: true });
  });
  try {
    // A signer that does not heed the signal is left behind.
    const signing = signer.sign(request, ended);
    signing.catch(() => {});
    return await Promise.race([gaveUp, signing]);
  } finally {
    clearTimeout(timer);
    // Lets go of what the signer still holds, such as its page.
    late.abort();
  }
}

const cancelled = (): StudioError =>
  new StudioError({
    code: 'signer.cancelled',
    message: 'Signing was cancelled.',
    hint: 'Nothing was sent. The draft is as it was.',
  });

const silent = (name: string, timeoutMs: number): StudioError =>
  new StudioError({
    code: 'signer.silent',
    message: `There was no answer from ${name} within ${Math.round(timeoutMs / 60_000)} minutes.`,
    hint: 'Look for a window of the wallet that waits behind others, then sign again. Nothing was sent.',
  });
