import { checksummed, isAddress } from './address.ts';
import { fromHex, joinBytes, keccak, padLeft, toHex, utf8ToBytes, word } from './bytes.ts';

/**
 * EIP-712, for the structs that Snapshot's messages are: flat, of strings, integers, addresses and lists of those.
 * As strict and as lax as the encoder that the server uses, since what that one refuses ends as a failed signature.
 * https://eips.ethereum.org/EIPS/eip-712
 */
export interface TypedData {
  readonly domain: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, readonly Field[]>>;
  readonly message: Readonly<Record<string, unknown>>;
}
export interface Field {
  readonly name: string;
  readonly type: string;
}

const domainFields: readonly Field[] = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
  { name: 'salt', type: 'bytes32' },
];

/** The digest that is signed, which is the message's id too: 32 bytes as `0x…`. Throws for what cannot be encoded. */
export function typedDataHash({ domain, types, message }: TypedData): `0x${string}` {
  const structs = Object.entries(types);
  const [primary] = structs;
  if (primary === undefined || structs.length !== 1) throw new Error('one struct is expected');
  return toHex(
    keccak(
      joinBytes(Uint8Array.of(0x19, 0x01), domainHash(domain), structHash(primary[0], primary[1], message)),
    ),
  );
}

function domainHash(domain: TypedData['domain']): Uint8Array {
  const known = new Set(domainFields.map(({ name }) => name));
  for (const name of Object.keys(domain)) {
    if (!known.has(name)) throw new Error(`invalid typed-data domain key: ${name}`);
  }
  return structHash(
    'EIP712Domain',
    domainFields.filter(({ name }) => name in domain),
    domain,
  );
}

function structHash(
  name: string,
  fields: readonly Field[],
  value: Readonly<Record<string, unknown>>,
): Uint8Array {
  const type = `${name}(${fields.map((field) => `${field.type} ${field.name}`).join(',')})`;
  const encoded = fields.map((field) => encode(field.type, value[field.name]));
  return keccak(joinBytes(keccak(utf8ToBytes(type)), ...encoded));
}

function encode(type: string, value: unknown): Uint8Array {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) throw new Error('not a list');
    return keccak(joinBytes(...value.map((item) => encode(type.slice(0, -2), item))));
  }
  if (type === 'string') return keccak(textBytes(value));
  if (type === 'bytes') return keccak(fromHex(String(value)));
  if (type === 'bytes32') return fixedBytes(value);
  if (type === 'address') return addressWord(value);
  const bits = /^uint(\d+)$/.exec(type)?.[1];
  if (bits === undefined) throw new Error(`unknown type ${type}`);
  return integerWord(value, BigInt(bits));
}

/** The first half of a surrogate pair alone has no UTF-8. What is no text and has no length counts as empty. */
function textBytes(value: unknown): Uint8Array {
  if (typeof value !== 'string') {
    if (value === null || value === undefined || (Array.isArray(value) && value.length > 0))
      throw new Error('no text');
    return new Uint8Array();
  }
  if (/[\ud800-\udbff](?![\udc00-\udfff])/.test(value)) throw new Error('invalid utf-8 string');
  // A second half alone passes for a character, as it does at the server.
  const parts = value.split(/((?<![\ud800-\udbff])[\udc00-\udfff])/);
  return joinBytes(...parts.map((part, at) => (at % 2 === 0 ? utf8ToBytes(part) : halfBytes(part))));
}

const halfBytes = (half: string): Uint8Array => {
  const code = half.charCodeAt(0);
  return Uint8Array.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
};

function integerWord(value: unknown, bits: bigint): Uint8Array {
  const integer = integerOf(value);
  if (integer < 0n || integer >= 1n << bits) throw new Error('value out-of-bounds');
  return word(integer);
}

/** Numbers up to 2^53 - 2, and texts of decimal or hex digits. */
function integerOf(value: unknown): bigint {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Math.abs(value) >= Number.MAX_SAFE_INTEGER)
      throw new Error('not a safe integer');
    return BigInt(value);
  }
  if (typeof value !== 'string' || !/^(0x[0-9a-fA-F]+|-?[0-9]+)$/.test(value))
    throw new Error('not an integer');
  return BigInt(value);
}

function addressWord(value: unknown): Uint8Array {
  if (!isAddress(value)) throw new Error('not an address');
  return padLeft(fromHex(checksummed(value).toLowerCase()));
}

function fixedBytes(value: unknown): Uint8Array {
  const bytes = fromHex(String(value));
  if (bytes.length !== 32) throw new Error('not 32 bytes');
  return bytes;
}
