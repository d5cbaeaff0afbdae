import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { Nothing } from '../nothing.ts';
import type { ProposalDraft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { KnownFacts } from './known.ts';
import type { ProposalStatus, VoteView } from './proposal-status.ts';
import type { PublishSettings } from './publish-settings.ts';
import type { TypedData } from './typed-data.ts';

/**
 * Publishing to Snapshot. Nothing asks the network but `publish.space`, `publish.send`, `publish.follow` and a signer that is an
 * address; each is called because a person pressed something. Passwords only go in.
 */
export interface PublishApi {
  /** The servers that are asked. */
  'publish.settings'(input: Nothing): Promise<PublishSettings>;
  'publish.keepSettings'(input: PublishSettings): Promise<Nothing>;
  /** Asks the hub, and the RPC where one is set, for all around a draft. Throws `hub.*`, `web.*`, `block.wrong-network`. */
  'publish.space'(input: { readonly space: string; readonly from: string }): Promise<KnownFacts>;
  /** The same from pasted settings of a space, without a network. Throws `space.unreadable`. */
  'publish.readSpace'(input: { readonly text: string; readonly space: string }): Promise<KnownFacts>;
  /** The newest block of a network, from the RPC that is set. Throws `block.no-rpc`, `block.wrong-network`, `rpc.*`, `web.*`. */
  'publish.block'(input: { readonly network: string }): Promise<{ readonly headBlock: number }>;
  /** What would be signed now, and every rule against it. Asks nobody. Throws `draft.unreadable`. */
  'publish.preflight'(input: PreflightAsked): Promise<Preflight>;
  /**
   * Fixes the moment, and with it all that is signed, so that it can be shown before; where the same was signed already, that. A
   * change asks the hub how the proposal stands. Throws `publish.not-ready`, `publish.already`, `publish.in-doubt`, `publish.never`.
   */
  'publish.sign.prepare'(input: SigningAsked): Promise<Signing>;
  /** Has what was prepared signed: follow it with `publish.sign.state`. What failed can begin again. Throws `signing.unknown`. */
  'publish.sign.begin'(input: { readonly signing: string; readonly signer: SignerAsked }): Promise<Signing>;
  /** Throws `signing.unknown`. */
  'publish.sign.state'(input: { readonly signing: string }): Promise<Signing>;
  'publish.sign.cancel'(input: { readonly signing: string }): Promise<Signing>;
  /** Files to have a kept draft signed elsewhere; keeps what was prepared, so that its signatures can come back. */
  'publish.export'(input: PublicationAsked & { readonly safe?: boolean }): Promise<{
    readonly id: string;
    readonly words: readonly SignedWord[];
    /** What owners of a Safe see and sign. */
    readonly safeHash?: string;
    readonly files: readonly { readonly name: string; readonly text: string }[];
  }>;
  /** Takes signatures that were made elsewhere. Throws `import.*`, `safe.*`, `signer.other-account`. */
  'publish.import'(input: {
    /** Name of the draft, as in `proposals.open`. */
    readonly proposal: string;
    readonly signatures: string;
    readonly from: 'account' | 'safe' | 'on-chain';
    /** Chain of the Safe. */
    readonly chainId?: number;
  }): Promise<PublicationView>;
  /** Sends what was signed, or finds out what became of it; never signs. Throws `publish.*`, `hub.rate-limited`. */
  'publish.send'(input: {
    readonly proposal: string;
    readonly kind: PublicationKind;
  }): Promise<PublicationView>;
  /** What is kept of a draft's publication; null: nothing was prepared. */
  'publish.kept'(input: {
    readonly proposal: string;
    readonly kind: PublicationKind;
  }): Promise<{ readonly publication: PublicationView | null }>;
  /** Status, votes so far and result of a published proposal. Throws `proposal.not-there`, `hub.*`, `web.*`. */
  'publish.follow'(input: Followed): Promise<ProposalStatus>;
  /** The votes of most power, at most `count`. Throws as `publish.follow` does. */
  'publish.votes'(input: Followed & { readonly count: number }): Promise<readonly VoteView[]>;
}

export interface Followed {
  readonly id: string;
  /** Name of the draft that it was published from: the hub that it was published on is asked. Absent: the one that is set. */
  readonly proposal?: string;
}

export type PublicationKind = 'proposal' | 'update' | 'cancel';

export interface PreflightAsked {
  /** Markdown of the draft, with its head. */
  readonly text: string;
  readonly known: KnownFacts;
}

export interface Preflight {
  /** What was read in the text. */
  readonly draft: ProposalDraft;
  readonly findings: readonly Finding[];
  /** True where nothing stands against signing. */
  readonly ready: boolean;
  readonly id: string;
  readonly words: readonly SignedWord[];
  readonly data: TypedData;
  /** UTF-16 units of the body, and how many the space takes; `live` where the hub said so. */
  readonly body: { readonly length: number; readonly most: number; readonly live: boolean };
}

/** A field of what is signed, as people read it. */
export interface SignedWord {
  readonly name: string;
  readonly value: string;
}

export interface PublicationAsked extends PreflightAsked {
  /** Name of the kept draft, as in `proposals.open`. */
  readonly proposal: string;
}

export interface SigningAsked extends PublicationAsked {
  readonly kind: PublicationKind;
}

export type SignerAsked =
  | { readonly kind: 'keystore'; readonly text: string; readonly password: string }
  | { readonly kind: 'rpc'; readonly url: string }
  | { readonly kind: 'browser' };

export interface Signing {
  readonly signing: string;
  readonly state: 'prepared' | 'waiting' | 'signed' | 'failed';
  /** The hash of what is signed: the id that it will have. */
  readonly id: string;
  readonly words: readonly SignedWord[];
  readonly author: string;
  /** The server that it will be sent to. */
  readonly sequencer: string;
  /** What could not be checked here. */
  readonly findings: readonly Finding[];
  /** The link on which a wallet of the browser signs; it works once. */
  readonly page?: string;
  /** 0 to 1, while a key is derived from a password. */
  readonly progress?: number;
  readonly problem?: Problem;
}

export interface PublicationView {
  readonly kind: PublicationKind;
  readonly id: string;
  readonly proposal: string;
  readonly author: string;
  readonly space: string;
  readonly state: 'prepared' | 'signed' | 'sent' | 'published' | 'refused';
  readonly sequencer: string;
  readonly ipfs?: string;
  /** The server's signature that it took it. */
  readonly receipt?: string;
  readonly refusal?: string;
  /** The rule that the refusal means, and what to do. */
  readonly refused?: { readonly rule: string; readonly fix: string };
}
