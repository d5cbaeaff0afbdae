import { Wallet } from '@ethersproject/wallet';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { checksummed } from '../message/proposal-message.ts';
import { otherAccount } from './sign-checked.ts';
import type { Signer } from './signer.ts';

interface Keystore {
  /** The file's text. */
  readonly text: string;
  /** Asks the person; kept nowhere. */
  readonly password: () => Promise<string>;
  /** 0 to 1: deriving the key takes a second or more. */
  readonly onProgress?: (done: number) => void;
}

/** Signs with a keystore file (Web3 Secret Storage, version 3). The key lives as long as one signature. */
export const keystoreSigner = ({ text, password, onProgress }: Keystore): Signer => ({
  name: 'the keystore file',
  async sign({ data, author }, signal) {
    const address = keystoreAddress(text);
    if (address !== undefined && address.toLowerCase() !== author.toLowerCase())
      throw otherAccount(address, author);
    const wallet = await unlock(text, await password(), (done) => {
      if (!signal.aborted) onProgress?.(done);
    });
    signal.throwIfAborted();
    const types = Object.fromEntries(Object.entries(data.types).map(([name, fields]) => [name, [...fields]]));
    return await wallet._signTypedData(data.domain, types, data.message);
  },
});

/** Most memory that a file may ask for to derive its key: 1 GiB is sixteen times what wallets write. */
const mostMemory = 1024 * 1024 * 1024;
const mostRounds = 10_000_000;

/** The address that a keystore file names; undefined where it names none. Throws `keystore.invalid`. */
export function keystoreAddress(text: string): string | undefined {
  const file = parsed(text);
  if (file.version !== 3) throw invalid(`its version is ${String(file.version)}, and 3 is read`);
  const crypto = objectAt(file, 'crypto') ?? objectAt(file, 'Crypto');
  const kdf = crypto === undefined ? undefined : objectAt(crypto, 'kdfparams');
  if (kdf === undefined) throw invalid('it does not say how its key is derived');
  const numbers = ['n', 'r', 'p', 'c'].map((name) => kdf[name] ?? 1);
  if (!numbers.every((each) => typeof each === 'number' && each > 0))
    throw invalid('its key derivation is not set out');
  const [n = 1, r = 1, p = 1, c = 1] = numbers.map(Number);
  // A file from elsewhere must not hold this computer for hours.
  if (128 * n * r * p > mostMemory || c > mostRounds)
    throw invalid('deriving its key would take too much memory or time');
  const { address } = file;
  return typeof address === 'string'
    ? checksummed(`0x${address.replace(/^0x/i, '').toLowerCase()}`)
    : undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('it is not JSON');
  }
  if (!isObject(value)) throw invalid('it is no JSON object');
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key === 'Version' ? 'version' : key, each]),
  );
}

async function unlock(text: string, password: string, onProgress: (done: number) => void): Promise<Wallet> {
  try {
    return await Wallet.fromEncryptedJson(text, password, onProgress);
  } catch (error) {
    // The library's own text may quote what it was given: none of it is passed on.
    const wrong = error instanceof Error && error.message.includes('invalid password');
    if (!wrong) throw invalid('it is damaged, or not in the form that wallets write');
    throw new StudioError({
      code: 'keystore.wrong-password',
      message: 'The password does not open the keystore file.',
      hint: 'Try again; mind the keyboard layout and capital letters. Nothing was signed.',
    });
  }
}

const invalid = (why: string): StudioError =>
  new StudioError({
    code: 'keystore.invalid',
    message: `The keystore file cannot be used: ${why}.`,
    hint: 'Export the account from its wallet as a JSON keystore (version 3).',
  });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectAt = (value: Readonly<Record<string, unknown>>, key: string) => {
  const inside = value[key];
  return isObject(inside) ? inside : undefined;
};
