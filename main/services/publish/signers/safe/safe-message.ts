import { Interface } from '@ethersproject/abi';
import { _TypedDataEncoder } from '@ethersproject/hash';

/** A Safe, and the chain it is on. */
export interface SafeAccount {
  readonly address: string;
  readonly chainId: number;
}

export const safeMessageTypes = { SafeMessage: [{ name: 'message', type: 'bytes' }] };

/** A Safe of version 1.3.0 or newer binds its messages to itself and to its chain. */
export const safeDomain = ({ address, chainId }: SafeAccount) => ({ chainId, verifyingContract: address });

/** What each owner signs with `eth_signTypedData_v4`, as JSON: a message that holds the proposal's hash. */
export const safePayload = (safe: SafeAccount, id: string): string =>
  JSON.stringify(_TypedDataEncoder.getPayload(safeDomain(safe), safeMessageTypes, { message: id }));

/** `0x…`: the hash that owners' wallets show and sign. */
export const safeMessageHash = (safe: SafeAccount, id: string): string =>
  _TypedDataEncoder.hash(safeDomain(safe), safeMessageTypes, { message: id });

/** Where Safe keeps the library that records a message on the chain, by the version of the Safe. */
const signMessageLib = {
  '1.4.1': '0xd53cd0aB83D845Ac265BE939c57F53AD838012c9',
  '1.3.0': '0xA65387F16B013cf2Af4605Ad8aA5ec25a2cbA3a2',
} as const;

/** A transaction that the Safe runs in its own name. */
export interface SafeTransaction {
  readonly to: string;
  readonly value: '0';
  readonly data: string;
  /** 1: a delegate call. */
  readonly operation: 1;
}

/** The transaction by which a Safe signs a hash on the chain; afterwards its signature is `0x`. */
export function onChainSignature(id: string, version: keyof typeof signMessageLib): SafeTransaction {
  const data = new Interface(['function signMessage(bytes _data)']).encodeFunctionData('signMessage', [id]);
  return { to: signMessageLib[version], value: '0', data, operation: 1 };
}
