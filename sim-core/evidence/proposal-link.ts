import type { Problem } from '../contract/errors.ts';

/** Where a proposal is to be had, as a person says it in one word. */
export type ProposalLink =
  /** A proposal of Snapshot; `network` where the link says which of its two public ones. */
  | { readonly kind: 'id'; readonly id: string; readonly network?: 'mainnet' | 'testnet' }
  /** An address that holds the text itself. */
  | { readonly kind: 'address'; readonly address: string; readonly host: string }
  /** A link that leads to no text that could be asked for. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Hashes of messages, and the content ids that older proposals have. */
const proposalId = '0x[0-9a-fA-F]{64}|Qm[1-9A-HJ-NP-Za-km-z]{44}|bafkrei[a-z2-7]{52}';

const idAlone = new RegExp(`^(?:${proposalId})$`);
const routeToId = new RegExp(`#/.*proposal/(${proposalId})(?:[/?].*)?$`);
const snapshotHost = /^(testnet\.|v1\.)?snapshot\.(?:org|box|page)$/;
const longest = 2048;

/**
 * Reads what a person pasted as a link: the id of a Snapshot proposal, a page of it (`https://snapshot.org/#/s:<space>/proposal/0x…`, also
 * on the domain of a space, whose pages have the same routes), or the address of a text. Undefined where it is none of these, so a
 * text or the name of a file.
 */
export function proposalLink(written: string): ProposalLink | undefined {
  const text = written.trim();
  // A backslash is a slash to whoever asks, and none to who reads the host here.
  if (text.length > longest || /[\s\\]/.test(text)) return undefined;
  if (idAlone.test(text)) return { kind: 'id', id: lower(text) };
  const [, scheme, host] = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(text) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  if (host === '' && /^https?$/i.test(scheme)) return undefined;
  const at = host.toLowerCase();
  const id = routeToId.exec(text)?.[1];
  const snapshot = snapshotHost.exec(at);
  if (id !== undefined)
    return {
      ...{ kind: 'id', id: lower(id) },
      ...(snapshot === null ? {} : { network: snapshot[1] === 'testnet.' ? 'testnet' : 'mainnet' }),
    };
  if (snapshot !== null) return { kind: 'refused', problem: noProposal(text) };
  if (!/^https?$/i.test(scheme)) return { kind: 'refused', problem: noScheme(scheme) };
  return { kind: 'address', address: text, host: at };
}

/** Hashes are written in any case; content ids mean their case. */
const lower = (id: string): string => (id.startsWith('0x') ? id.toLowerCase() : id);

function noProposal(text: string): Problem {
  const onChain = /#\/.*proposal\/\d+/.test(text);
  return {
    code: 'source.no-proposal',
    message: onChain
      ? 'This proposal is kept on a chain (Snapshot X), which the hub does not tell of.'
      : 'This page of Snapshot is not that of a proposal.',
    hint: onChain
      ? 'Open it and paste its text.'
      : 'A proposal’s link ends in /proposal/0x… and 64 hexadecimal digits.',
  };
}

const noScheme = (scheme: string): Problem => ({
  code: 'source.scheme',
  message: `Addresses that begin with ${scheme.toLowerCase().slice(0, 20)}:// are not asked.`,
  hint: 'Give one that begins with https://, the id of a Snapshot proposal, or the text itself.',
});
