import { isAddress } from '@ethersproject/address';
import { digestOf } from '../../../../../sim-core/kernel/canonical.ts';
import { snapshotDomain } from '../../message/typed-data-of.ts';
import type { PreflightRule } from '../rule.ts';

/** Characters of a whole envelope, as JSON; the server counts UTF-16 units. */
const largestEnvelope = 100_000;
/** What stands around the typed data: names, an address, a signature of one owner. */
const aroundData = 250;
/** Seconds that a timestamp may be early or late by the server's clock. */
const mostAhead = 300;
const mostBehind = 6 * 86_400;

/** Of the typed data of proposals, as the server knows it. */
const knownTypes = 'e037b37311c75c995f732b57cd456bdc685e5eac29668698be34388cafb14097';

const authorAddress: PreflightRule = {
  id: 'author.address',
  server: 'wrong envelope format',
  fix: 'Give the address of the account that proposes: 0x and 40 hexadecimal digits.',
  check: ({ message: { from } }) =>
    isAddress(from) && from.startsWith('0x')
      ? undefined
      : {
          message: 'The author is not an Ethereum address, or its checksum is wrong.',
          value: from || 'empty',
        },
};

const envelopeSize: PreflightRule = {
  id: 'envelope.size',
  server: 'too large message',
  fix: 'Shorten the body, or link to the long part.',
  check: ({ data }) => {
    const size = JSON.stringify(data).length + aroundData;
    return size > largestEnvelope
      ? { message: `A whole proposal may have ${largestEnvelope} characters as JSON.`, value: size }
      : undefined;
  },
};

const timestampWindow: PreflightRule = {
  id: 'timestamp.window',
  server: 'wrong timestamp',
  fix: 'Set the clock of this computer (date, time and time zone), then prepare the proposal again.',
  check: ({ message: { timestamp }, now, known: { clockAhead = 0 } }) => {
    const late = now + clockAhead - timestamp;
    if (late < -mostAhead)
      return {
        message: `The proposal's time is ${-late} s ahead of the server's clock; ${mostAhead} s are allowed.`,
        value: timestamp,
      };
    if (late > mostBehind)
      return {
        message: 'The proposal was prepared more than 6 days ago by the server’s clock.',
        value: timestamp,
        fix: 'Prepare and sign it again; if the clock of this computer is wrong, set it first.',
      };
    return undefined;
  },
};

const domain: PreflightRule = {
  id: 'data.domain',
  server: 'wrong domain',
  fix: 'Export the typed data again: it was changed.',
  check: ({ data }) =>
    JSON.stringify(data.domain) === JSON.stringify(snapshotDomain)
      ? undefined
      : {
          message: 'What is signed must be for snapshot 0.1.4, and for no chain.',
          value: JSON.stringify(data.domain),
        },
};

const types: PreflightRule = {
  id: 'data.types',
  server: 'wrong types',
  fix: 'Export the typed data again: its fields, or their order, were changed.',
  check: ({ data }) => {
    const hash = digestOf(JSON.stringify(data.types)).replace(/^sha256:/, '');
    return hash === knownTypes
      ? undefined
      : { message: 'The fields of the typed data are not those of a proposal.', value: hash.slice(0, 16) };
  },
};

const signerIsAuthor: PreflightRule = {
  id: 'signer.author',
  server: 'wrong alias',
  fix: 'Choose the author’s account in the signer, or make the signer’s account the author.',
  check: ({ signer, message: { from } }) =>
    signer === undefined || signer.toLowerCase() === from.toLowerCase()
      ? undefined
      : { message: `The signer stands for another account than the author ${from}.`, value: signer },
};

const signature: PreflightRule = {
  id: 'signature',
  server: 'signature validation failed',
  fix: 'Sign again; a Safe needs the signatures of enough owners, and its own network in the space.',
  check: ({ recovered, message: { from } }) =>
    recovered === undefined || recovered.toLowerCase() === from.toLowerCase()
      ? undefined
      : { message: `The signature is not of the author ${from}.`, value: recovered },
};

const duplicate: PreflightRule = {
  id: 'duplicate',
  server: 'duplicate message',
  fix: 'Nothing is to be done: follow it.',
  check: ({ published, message: { space } }) =>
    published ? { message: 'This very proposal is published already.', value: space } : undefined,
};

const plugins: PreflightRule = {
  id: 'plugins',
  fix: 'Write the plugins as a JSON object, or as {}.',
  check: ({ message }) =>
    isJsonObject(message.plugins)
      ? undefined
      : {
          message: 'The plugins are no JSON object; the server would drop them silently.',
          value: message.plugins,
        },
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** What the server looks at before it knows that this is a proposal. */
export const envelopeRules = {
  before: [authorAddress, envelopeSize, timestampWindow, domain, types],
  after: [signerIsAuthor, signature, duplicate, plugins],
};
