import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { TypedData } from '../../../api/publish/typed-data.ts';

/** What is laid before a signer. */
export interface SigningRequest {
  readonly data: TypedData;
  /** The hash of the typed data, which is the id of what is published. */
  readonly id: string;
  /** The account that has to sign. */
  readonly author: string;
  /** What is signed, in words. */
  readonly words: readonly SignedWord[];
}

export interface SignedWord {
  readonly name: string;
  readonly value: string;
}

/** Something that can sign for an account. No key crosses this line. */
export interface Signer {
  /** Such as `a keystore file`. */
  readonly name: string;
  /** The signature in hexadecimal. Throws `signer.*`; whether it is the author's is checked by the caller. */
  sign(request: SigningRequest, signal: AbortSignal): Promise<string>;
}

export const declined = (name: string): StudioError =>
  new StudioError({
    code: 'signer.declined',
    message: `Signing was declined in ${name}.`,
    hint: 'Nothing was sent. The draft is as it was: sign again when you like.',
  });
