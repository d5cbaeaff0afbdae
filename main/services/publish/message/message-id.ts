import { _TypedDataEncoder } from '@ethersproject/hash';
import { verifyTypedData } from '@ethersproject/wallet';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { TypedData } from '../../../api/publish/typed-data.ts';

/** The types in the form that the encoder wants, which it does not change. */
const fieldsOf = ({ types }: TypedData) =>
  Object.fromEntries(Object.entries(types).map(([name, fields]) => [name, [...fields]]));

/** `0x…`: the EIP-712 hash, which is the id that a server gives. The same as `utils.getHash` of Snapshot's library. Throws `publish.unsignable`. */
export function messageId(data: TypedData): string {
  try {
    return _TypedDataEncoder.hash(data.domain, fieldsOf(data), data.message);
  } catch (error) {
    throw unsignable(error);
  }
}

/** What has no hash: text that is no Unicode, a fraction of a second, an address that is none. */
const unsignable = (error: unknown): StudioError =>
  new StudioError({
    code: 'publish.unsignable',
    message: `The proposal holds what cannot be signed: ${error instanceof Error ? (error.message.split(' [', 1)[0] ?? '') : ''}.`,
    hint: 'The findings of the preflight say which part; letters that were cut in half are the usual reason.',
  });

/** The account that a signature is of; undefined where it is no signature of an account. */
export function signedBy(data: TypedData, signature: string): string | undefined {
  try {
    return verifyTypedData(data.domain, fieldsOf(data), data.message, signature);
  } catch {
    return undefined;
  }
}

/** What `eth_signTypedData_v4` takes, as JSON: with the domain's own type, and whole numbers as text. */
export const walletPayload = (data: TypedData): string =>
  JSON.stringify(_TypedDataEncoder.getPayload(data.domain, fieldsOf(data), data.message));
