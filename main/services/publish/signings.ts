import { randomUUID } from 'node:crypto';
import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { ProposalDraft } from '../../api/publish/draft.ts';
import type { SignerAsked, Signing, SigningAsked } from '../../api/publish/publish-api.ts';
import { askKnown } from './ask-known.ts';
import { followProposal } from './follow-proposal.ts';
import { wordsOf } from './message/words-of.ts';
import type { PublishParts } from './publish-parts.ts';
import { cancelPublication, updatePublication } from './record/change-publication.ts';
import type { Publication } from './record/publication.ts';
import type { PublicationShelf } from './record/publication-files.ts';
import {
  type ReadyPublication,
  readyPublication,
  requireReady,
  requireUnpublished,
} from './record/ready-publication.ts';
import { signPublication } from './record/sign-publication.ts';
import { targetOf } from './settings/publish-settings.ts';
import type { SettingsFile } from './settings/settings-file.ts';
import { withBlock } from './settled-block.ts';
import { browserSigner } from './signers/browser/browser-signer.ts';
import { walletScript } from './signers/browser/wallet-script.ts';
import { keystoreSigner } from './signers/keystore-signer.ts';
import { rpcSigner } from './signers/rpc-signer.ts';
import type { Signer } from './signers/signer.ts';

interface SigningParts extends Pick<PublishParts, 'files' | 'web' | 'pages' | 'installation'> {
  readonly settings: SettingsFile;
  readonly shelfOf: (proposal: string) => Promise<PublicationShelf>;
  /** The draft in a text; `name` is that of its file. */
  readonly draftIn: (text: string, name: string) => ProposalDraft;
  /** Seconds since 1970. */
  readonly now: () => number;
}

interface Live {
  view: Signing;
  readonly publication: Publication;
  readonly shelf: PublicationShelf;
  cancel: AbortController;
}

/** How long a person may take to sign. */
const patienceMs = 10 * 60_000;
/** Signings that are over and still told of. */
const mostKept = 50;

/** Signatures that are being asked for: each takes as long as its person, so that a door asks how it stands. */
export function createSignings(parts: SigningParts) {
  const live = new Map<string, Live>();
  const find = (signing: string): Live => {
    const found = live.get(signing);
    if (found !== undefined) return found;
    throw new StudioError({
      code: 'signing.unknown',
      message: 'This signing is not known: the studio was started anew since.',
      hint: 'Sign again; what was signed before is kept with the draft.',
    });
  };

  return {
    async prepare(asked: SigningAsked): Promise<Signing> {
      const ready = await prepared(asked, parts);
      requireReady(ready);
      const { publication, findings } = ready;
      const { id, author, sequencer, data } = publication;
      const signing = randomUUID();
      const one: Live = {
        view: {
          ...{ signing, id, author, sequencer, findings, words: wordsOf(data) },
          state: publication.signature === undefined ? 'prepared' : 'signed',
        },
        publication,
        shelf: await parts.shelfOf(asked.proposal),
        cancel: new AbortController(),
      };
      live.set(signing, one);
      for (const old of [...live.keys()].slice(0, -mostKept)) live.delete(old);
      return one.view;
    },
    async begin(signing: string, asked: SignerAsked): Promise<Signing> {
      const one = find(signing);
      if (one.view.state === 'signed' || one.view.state === 'waiting') return one.view;
      // Another window, or the command line, may have been quicker.
      if (one.publication.kind === 'proposal') requireUnpublished(await one.shelf.read('proposal'));
      const { problem: _, page: __, progress: ___, ...shown } = one.view;
      one.view = { ...shown, state: 'waiting' };
      one.cancel = new AbortController();
      await sign(one, asked, parts);
      return one.view;
    },
    state: (signing: string): Signing => find(signing).view,
    cancel(signing: string): Signing {
      const one = find(signing);
      one.cancel.abort();
      return one.view;
    },
  };
}

/** Begins, and answers once there is something to show; the rest goes on by itself. */
function sign(one: Live, asked: SignerAsked, parts: SigningParts): Promise<void> {
  const { publication, shelf, cancel } = one;
  const tell = (more: Partial<Signing>): void => {
    if (one.cancel === cancel) one.view = { ...one.view, ...more };
  };
  return new Promise((shown) => {
    const signer = signerOf(asked, parts, (more) => {
      tell(more);
      if (more.page !== undefined) shown();
    });
    signPublication(publication, { signer, shelf, timeoutMs: patienceMs, signal: cancel.signal })
      .then(() => tell({ state: 'signed' }))
      .catch((error: unknown) => tell({ state: 'failed', problem: toProblem(error) }))
      .finally(shown);
    if (asked.kind !== 'browser') shown();
  });
}

function signerOf(
  asked: SignerAsked,
  { web, pages, files, installation }: SigningParts,
  tell: (more: Partial<Signing>) => void,
): Signer {
  if (asked.kind === 'rpc') return rpcSigner({ web, url: asked.url });
  if (asked.kind === 'browser')
    return browserSigner({
      pages,
      script: walletScript(files, installation),
      show: (page) => tell({ page }),
    });
  const { text, password } = asked;
  return keystoreSigner({
    text,
    password: async () => password,
    onProgress: (progress) => tell({ progress }),
  });
}

async function prepared(
  { kind, text, known, proposal }: SigningAsked,
  { settings: kept, shelfOf, draftIn, web, now }: SigningParts,
): Promise<ReadyPublication> {
  const draft = draftIn(text, proposal);
  const settings = await kept.read();
  const shelf = await shelfOf(proposal);
  const published = await shelf.read('proposal');
  if (kind === 'proposal') {
    const target = targetOf(settings.sequencer);
    return readyPublication(
      { draft: withBlock(draft, known), known, target, now: now() },
      published,
      settings,
    );
  }
  if (published === undefined)
    throw new StudioError({
      code: 'publish.never',
      message: `There is no record that ${proposal} was published.`,
      hint: 'Publish it first.',
    });
  // What a change may do follows from how the proposal stands now, not from when the form was opened.
  const servers = { ...settings, sequencer: published.sequencer, hub: published.hub };
  const existing = await followProposal({ web, url: servers.hub, clock: Date.now }, published.id);
  const space = await askKnown(
    { space: existing.space, from: draft.from },
    { web, settings: servers, clock: Date.now },
  );
  const change = { existing, known: space, settings: servers, now: now() };
  return kind === 'update' ? updatePublication(draft, change) : cancelPublication(draft.from, change);
}
