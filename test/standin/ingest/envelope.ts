import { isNumber, isObject, isText, type JsonObject } from '../json.ts';
import { isChecksummed, isStarknetAddress } from '../protocol/address.ts';

/** What is posted: a message, what it means, and who signed it. */
export interface Envelope extends JsonObject {
  readonly address: string;
  readonly sig: string | readonly never[];
  readonly data: EnvelopeData;
}
export interface EnvelopeData extends JsonObject {
  readonly domain: JsonObject & { readonly name: string; readonly version: string };
  /** Field lists, once their hash is known. */
  readonly types: JsonObject;
  readonly message: EnvelopeMessage;
}
export interface EnvelopeMessage extends JsonObject {
  readonly from: string;
  readonly timestamp: number;
  readonly space?: string;
}

const isSender = (value: unknown): boolean => isChecksummed(value) || isStarknetAddress(value);

/** True where a body has the envelope's form: nothing missing, nothing besides, addresses checksummed. */
export function isEnvelope(body: unknown): body is Envelope {
  return (
    isObject(body) &&
    onlyKeys(body, ['address', 'sig', 'data']) &&
    isSender(body.address) &&
    (isText(body.sig) || Array.isArray(body.sig)) &&
    isData(body.data)
  );
}

function isData(data: unknown): boolean {
  return (
    isObject(data) &&
    onlyKeys(data, ['domain', 'types', 'message', 'primaryType']) &&
    isObject(data.domain) &&
    isText(data.domain.name) &&
    isText(data.domain.version) &&
    isObject(data.types) &&
    (data.primaryType === undefined || isText(data.primaryType)) &&
    isMessage(data.message)
  );
}

function isMessage(message: unknown): boolean {
  return (
    isObject(message) &&
    isSender(message.from) &&
    isNumber(message.timestamp) &&
    (message.space === undefined || (isText(message.space) && /^[^ ]+$/u.test(message.space)))
  );
}

/** True where an object has no key besides `allowed`. */
export const onlyKeys = (value: JsonObject, allowed: readonly string[]): boolean =>
  Object.keys(value).every((key) => allowed.includes(key));
