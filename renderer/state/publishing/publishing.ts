import type { KnownFacts } from '../../../main/api/publish/known.ts';
import type { PublicationKind, Signing } from '../../../main/api/publish/publish-api.ts';
import type { PublishSettings } from '../../../main/api/publish/publish-settings.ts';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import { createStore, type Store, subscribeAll } from '../store.ts';
import type { DraftField } from './field-of-rule.ts';

/** Ways to have a proposal signed. */
export const signerKinds = ['browser', 'keystore', 'rpc', 'safe', 'export'] as const;
export type SignerKind = (typeof signerKinds)[number];

/** What the network, or pasted settings, said around a draft. */
export interface Around {
  /** In lower case, and the account that was asked about. */
  readonly space: string;
  readonly from: string;
  readonly source: 'hub' | 'pasted';
  readonly known: KnownFacts;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Something that is shown in words and signed. */
export interface OpenSigning {
  /** Name of the draft. */
  readonly draft: string;
  readonly kind: PublicationKind;
  readonly signing: Signing;
  /** It is signed, and on its way. */
  readonly sending?: boolean;
  readonly problem?: Problem;
}

/** What was written to be signed elsewhere. */
export interface ExportedDraft {
  readonly draft: string;
  readonly id: string;
  /** What owners of a Safe see and sign. */
  readonly safeHash?: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** What publishing shares between its part of the Propose screen and its commands. Passwords live here until they are used, and nowhere else. */
export interface Publishing {
  /** What stands beside the text. */
  readonly pane: Store<'preview' | 'publish'>;
  readonly around: Store<Around | undefined>;
  /** Settings of a space as they were pasted. */
  readonly pasted: Store<string>;
  /** Servers as they are being typed; absent: as they are kept. */
  readonly servers: Store<PublishSettings | undefined>;
  readonly signer: Store<SignerKind>;
  /** Of a wallet or node that signs. */
  readonly signerUrl: Store<string>;
  readonly keystore: Store<{ readonly name: string; readonly text: string } | undefined>;
  readonly password: Store<string>;
  readonly signing: Store<OpenSigning | undefined>;
  readonly exported: Store<ExportedDraft | undefined>;
  /** Signatures that were made elsewhere, as they were pasted. */
  readonly signatures: Store<string>;
  /** The Safe has signed by a transaction. */
  readonly onChain: Store<boolean>;
  /** The proposal whose votes are followed. */
  readonly followed: Store<string | undefined>;
  /** What is being done, in a few words. */
  readonly doing: Store<string | undefined>;
  readonly problem: Store<Problem | undefined>;
  /** The field that has to be filled in next. */
  readonly wanted: Store<DraftField | undefined>;
  /** The space and the account of the last proposal. */
  readonly last: Store<{ readonly space: string; readonly from: string } | undefined>;
  subscribe(listener: () => void): () => void;
}

const keyOf = (name: string): string => `studio.publishing.${name}`;

export function createPublishing(storage: Storage): Publishing {
  const kept = storage.getItem(keyOf('signer'));
  const signer = createStore<SignerKind>(signerKinds.find((kind) => kind === kept) ?? 'browser');
  const signerUrl = createStore(storage.getItem(keyOf('signer-url')) ?? 'http://127.0.0.1:1248');
  const last = createStore(lastIn(storage.getItem(keyOf('last'))));
  signer.subscribe(() => storage.setItem(keyOf('signer'), signer.get()));
  signerUrl.subscribe(() => storage.setItem(keyOf('signer-url'), signerUrl.get()));
  last.subscribe(() => storage.setItem(keyOf('last'), JSON.stringify(last.get())));
  const parts = {
    pane: createStore<'preview' | 'publish'>('preview'),
    around: createStore<Around | undefined>(undefined),
    pasted: createStore(''),
    servers: createStore<PublishSettings | undefined>(undefined),
    ...{ signer, signerUrl, last },
    keystore: createStore<{ readonly name: string; readonly text: string } | undefined>(undefined),
    password: createStore(''),
    signing: createStore<OpenSigning | undefined>(undefined),
    exported: createStore<ExportedDraft | undefined>(undefined),
    signatures: createStore(''),
    onChain: createStore(false),
    followed: createStore<string | undefined>(undefined),
    doing: createStore<string | undefined>(undefined),
    problem: createStore<Problem | undefined>(undefined),
    wanted: createStore<DraftField | undefined>(undefined),
  };
  return {
    ...parts,
    subscribe: (listener) => subscribeAll(Object.values(parts), listener),
  };
}

function lastIn(text: string | null): { readonly space: string; readonly from: string } | undefined {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    if (typeof read !== 'object' || read === null || !('space' in read) || !('from' in read))
      return undefined;
    return { space: String(read.space), from: String(read.from) };
  } catch {
    return undefined;
  }
}
