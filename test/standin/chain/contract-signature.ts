import { defaultAbiCoder, Interface } from '@ethersproject/abi';
import { fromHex } from '../protocol/bytes.ts';
import type { LocalChain } from './local-chain.ts';

const ofHash = new Interface([
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
]);
const ofBytes = new Interface([
  'function isValidSignature(bytes data, bytes signature) view returns (bytes4)',
]);
const undeployedMark = '6492'.repeat(16);

/**
 * Asks the contract at `address` whether `signature` is its own over `digest`: EIP-6492 first (a wallet that is not on
 * the chain yet is put there for the length of the question), then EIP-1271, then the draft of it that took bytes.
 */
export async function contractAccepts(
  chain: LocalChain,
  address: string,
  digest: string,
  signature: string,
): Promise<boolean> {
  if (signature.endsWith(undeployedMark)) return undeployedAccepts(chain, address, digest, signature);
  fromHex(signature);
  if (!(await chain.hasCode(address))) return false;
  const { ok, data } = await chain.look({
    to: address,
    data: ofHash.encodeFunctionData('isValidSignature', [digest, signature]),
  });
  // A revert with a reason is an answer; without one the contract may know the draft alone.
  if (!ok && data !== '0x') return false;
  if (ok && saysYes(data, '0x1626ba7e')) return true;
  const draft = ofBytes.encodeFunctionData('isValidSignature', [digest, signature]);
  const second = await chain.look({ to: address, data: draft });
  return second.ok && saysYes(second.data, '0x20c13b0b');
}

async function undeployedAccepts(
  chain: LocalChain,
  address: string,
  digest: string,
  signature: string,
): Promise<boolean> {
  const [factory, calldata, inner] = defaultAbiCoder.decode(
    ['address', 'bytes', 'bytes'],
    signature.slice(0, -undeployedMark.length),
  );
  const creation = { to: String(factory), data: String(calldata) };
  const question = {
    to: address,
    data: ofHash.encodeFunctionData('isValidSignature', [digest, String(inner)]),
  };
  const deployed = await chain.hasCode(address);
  const { ok, data } = await (deployed ? chain.look(question) : chain.look(creation, question));
  return ok && saysYes(data, '0x1626ba7e');
}

/** The magic value of EIP-1271 is the first four bytes of a whole word. */
const saysYes = (data: string, magic: string): boolean => data.length >= 66 && data.slice(0, 10) === magic;
