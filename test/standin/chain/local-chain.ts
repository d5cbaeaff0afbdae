import { createCustomCommon, Mainnet } from '@ethereumjs/common';
import { createEVM, type EVM, type EVMRunCallOpts } from '@ethereumjs/evm';
import { createAddressFromString } from '@ethereumjs/util';
import { checksummed } from '../protocol/address.ts';
import { fromHex, toHex } from '../protocol/bytes.ts';

/** What a call gave: its return data, or, when it reverted, what it reverted with. */
export interface Called {
  readonly ok: boolean;
  readonly data: string;
}

/** A network of our own: a real EVM with contracts in it, and as many blocks as `head` says. Gas is free. */
export interface LocalChain {
  /** The chain id in decimal, as spaces name their network. */
  readonly network: string;
  /** Number of the newest block. */
  head: number;
  /** False while its RPC does not answer. */
  up: boolean;
  hasCode(address: string): Promise<boolean>;
  /** Puts a contract on the chain and returns its address. */
  deploy(initCode: string): Promise<string>;
  /** A transaction from an account of nobody: what it changes stays. */
  send(to: string, data: string): Promise<Called>;
  /** As `eth_call` does: calls one after the other on the same state, and nothing of it stays. Returns the last. */
  look(...calls: readonly Call[]): Promise<Called>;
}

export interface Call {
  /** Undefined to run `data` as the code that makes a contract: its answer is what the contract would be. */
  readonly to: string | undefined;
  readonly data: string;
}

const gasLimit = 30_000_000n;

export async function createLocalChain(network: string, head: number): Promise<LocalChain> {
  const evm = await createEVM({ common: createCustomCommon({ chainId: Number(network) }, Mainnet) });
  const run = ({ to, data }: Call) =>
    callOf(evm, { ...(to === undefined ? {} : { to: createAddressFromString(to) }), data: fromHex(data) });
  return {
    network,
    head,
    up: true,
    hasCode: async (address) => (await evm.stateManager.getCode(createAddressFromString(address))).length > 0,
    async deploy(initCode) {
      const { createdAddress, execResult } = await evm.runCall({ data: fromHex(initCode), gasLimit });
      if (execResult.exceptionError || createdAddress === undefined)
        throw new Error('the contract was not created');
      return checksummed(createdAddress.toString());
    },
    send: (to, data) => run({ to, data }),
    async look(...calls) {
      await evm.stateManager.checkpoint();
      try {
        let last: Called = { ok: true, data: '0x' };
        for (const call of calls) last = await run(call);
        return last;
      } finally {
        await evm.stateManager.revert();
      }
    },
  };
}

async function callOf(evm: EVM, call: EVMRunCallOpts): Promise<Called> {
  const { execResult } = await evm.runCall({ ...call, gasLimit });
  return { ok: execResult.exceptionError === undefined, data: toHex(execResult.returnValue) };
}
