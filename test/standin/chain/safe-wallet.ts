import { Interface } from '@ethersproject/abi';
import type { Wallet } from '@ethersproject/wallet';
import handlerCode from '@safe-global/safe-smart-account/build/artifacts/contracts/handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler.json' with {
  type: 'json',
};
import libraryCode from '@safe-global/safe-smart-account/build/artifacts/contracts/libraries/SignMessageLib.sol/SignMessageLib.json' with {
  type: 'json',
};
import factoryCode from '@safe-global/safe-smart-account/build/artifacts/contracts/proxies/SafeProxyFactory.sol/SafeProxyFactory.json' with {
  type: 'json',
};
import safeCode from '@safe-global/safe-smart-account/build/artifacts/contracts/Safe.sol/Safe.json' with {
  type: 'json',
};
import { typedDataHash } from '../protocol/typed-data-hash.ts';
import type { LocalChain } from './local-chain.ts';

/** A Safe of some owners: the contracts that Safe publishes, run on a chain of ours. */
export interface SafeWallet {
  readonly address: string;
  /** Whom to call, with what, to have the Safe made: for EIP-6492. */
  readonly creation: { readonly factory: string; readonly calldata: string };
  /** What the owners `signers` make of a message's id together: their signatures, ordered by owner. */
  sign(id: string, signers: readonly Wallet[]): Promise<string>;
  /** Records a message's id as signed in the Safe's storage, by a transaction that `signers` agreed to. */
  signOnChain(id: string, signers: readonly Wallet[]): Promise<void>;
}

const nobody = `0x${'0'.repeat(40)}`;
const safeApi = new Interface([
  'function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address receiver)',
  'function nonce() view returns (uint256)',
  'function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 nonce) view returns (bytes32)',
  'function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) returns (bool)',
]);
const factoryApi = new Interface([
  'function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address)',
]);
const signApi = new Interface(['function signMessage(bytes message)']);
const delegateCall = 1;

/** What every Safe on a chain shares. */
export interface SafeFactory {
  /** A Safe of `owners` (addresses) of whom `threshold` must agree; with `later` it is not on the chain yet. */
  create(owners: readonly string[], threshold: number, later?: boolean): Promise<SafeWallet>;
}

export async function deploySafes(chain: LocalChain): Promise<SafeFactory> {
  const singleton = await chain.deploy(safeCode.bytecode);
  const factory = await chain.deploy(factoryCode.bytecode);
  const handler = await chain.deploy(handlerCode.bytecode);
  const library = await chain.deploy(libraryCode.bytecode);
  let salt = 0;
  return {
    async create(owners, threshold, later = false) {
      const setup = [owners, threshold, nobody, '0x', handler, nobody, 0, nobody];
      const initializer = safeApi.encodeFunctionData('setup', setup);
      salt += 1;
      const calldata = factoryApi.encodeFunctionData('createProxyWithNonce', [singleton, initializer, salt]);
      const call = { to: factory, data: calldata };
      const made = later ? await chain.look(call) : await chain.send(call.to, call.data);
      if (!made.ok) throw new Error('the Safe was not made');
      const [address] = factoryApi.decodeFunctionResult('createProxyWithNonce', made.data);
      return safeAt(chain, String(address), { factory, calldata }, library);
    },
  };
}

function safeAt(
  chain: LocalChain,
  address: string,
  creation: SafeWallet['creation'],
  library: string,
): SafeWallet {
  const domain = { chainId: Number(chain.network), verifyingContract: address };
  return {
    address,
    creation,
    sign: (id, signers) =>
      together(signers, (owner) =>
        owner._signTypedData(domain, { SafeMessage: [{ name: 'message', type: 'bytes' }] }, { message: id }),
      ),
    async signOnChain(id, signers) {
      const inner = [
        library,
        0,
        signApi.encodeFunctionData('signMessage', [id]),
        delegateCall,
        0,
        0,
        0,
        nobody,
        nobody,
      ];
      const ask = async (name: string, values: readonly unknown[] = []): Promise<string> =>
        (await chain.look({ to: address, data: safeApi.encodeFunctionData(name, values) })).data;
      const hash = await ask('getTransactionHash', [...inner, await ask('nonce')]);
      const signatures = await together(signers, async (owner) => {
        const { r, s, v } = owner._signingKey().signDigest(hash);
        return `${r}${s.slice(2)}${v.toString(16)}`;
      });
      const done = await chain.send(
        address,
        safeApi.encodeFunctionData('execTransaction', [...inner, signatures]),
      );
      if (!done.ok) throw new Error('the Safe did not sign');
    },
  };
}

/** The digest that a Safe keeps for a message's id, and its owners sign: EIP-712 in the Safe's own domain. */
export const safeMessageHash = (network: string, safe: string, id: string): string =>
  typedDataHash({
    domain: { chainId: Number(network), verifyingContract: safe },
    types: { SafeMessage: [{ name: 'message', type: 'bytes' }] },
    message: { message: id },
  });

async function together(
  signers: readonly Wallet[],
  sign: (owner: Wallet) => Promise<string>,
): Promise<string> {
  const ordered = [...signers].sort((a, b) => (a.address.toLowerCase() < b.address.toLowerCase() ? -1 : 1));
  const signatures = await Promise.all(ordered.map(sign));
  return `0x${signatures.map((signature) => signature.slice(2)).join('')}`;
}
