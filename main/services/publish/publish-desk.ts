import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type {
  Followed,
  PublicationKind,
  PublicationView,
  PublishApi,
} from '../../api/publish/publish-api.ts';
import { askKnown } from './ask-known.ts';
import { blockHead } from './block-head.ts';
import { readDraft } from './draft/read-draft.ts';
import { followProposal, votesOf } from './follow-proposal.ts';
import { hubAt } from './hub/hub.ts';
import { messageId } from './message/message-id.ts';
import { wordsOf } from './message/words-of.ts';
import { pastedSpace } from './pasted-space.ts';
import { limitsOf } from './preflight/limits.ts';
import { factsOf, mayBeSigned, preflight } from './preflight/preflight.ts';
import type { PublishParts } from './publish-parts.ts';
import { exportFiles } from './record/export-files.ts';
import { withSignatures } from './record/import-signatures.ts';
import type { Publication } from './record/publication.ts';
import { publicationShelf } from './record/publication-files.ts';
import { readyPublication, requireReady } from './record/ready-publication.ts';
import { sendKept } from './send/send-kept.ts';
import { targetOf } from './settings/publish-settings.ts';
import { settingsFile } from './settings/settings-file.ts';
import { withBlock } from './settled-block.ts';
import { safeMessageHash } from './signers/safe/safe-message.ts';
import { safeOwners } from './signers/safe/safe-owners.ts';
import { createSignings } from './signings.ts';

/** Publishing for the open project: what is prepared, signed and sent is kept beside each draft in `proposals`. */
export function publishDesk(parts: PublishParts): PublishApi {
  const { files, web, projects, userFolder } = parts;
  const settings = settingsFile(files, userFolder, parts.vault);
  const now = (): number => Math.floor(Date.now() / 1000);
  const draftIn = (text: string, name = 'proposal') => readDraft(text, {}, `proposals/${name}.md`);
  const shelfOf = async (proposal: string) =>
    publicationShelf(files, path.join(await projects.folder(), 'proposals', `${proposal}.md`));
  const keptOf = async (proposal: string, kind: PublicationKind): Promise<Publication> => {
    const kept = await (await shelfOf(proposal)).read(kind);
    if (kept === undefined) throw notPrepared(proposal);
    return kept;
  };
  /** The hub that a proposal was published on, where that is kept; otherwise the one that is set. */
  const hubOf = async ({ id, proposal }: Followed) => {
    const kept = proposal === undefined ? undefined : await (await shelfOf(proposal)).read('proposal');
    const url = kept?.id === id ? kept.hub : (await settings.read()).hub;
    return { web, url, clock: Date.now };
  };
  const signings = createSignings({ ...parts, settings, shelfOf, draftIn, now });

  return {
    'publish.settings': async () => await settings.read(),
    async 'publish.keepSettings'(wanted) {
      await settings.write(wanted);
      return {};
    },
    'publish.space': async (asked) =>
      await askKnown(asked, { web, settings: await settings.read(), clock: Date.now }),
    'publish.readSpace': async ({ text, space }) => ({ space: pastedSpace(text, space) }),
    async 'publish.block'({ network }) {
      const { rpc } = await settings.read();
      if (rpc === undefined) throw noRpc(network);
      return { headBlock: await blockHead({ web, url: rpc }, network) };
    },
    async 'publish.preflight'({ text, known }) {
      const draft = draftIn(text);
      const target = targetOf((await settings.read()).sequencer);
      const facts = factsOf({ draft: withBlock(draft, known), known, target, now: now() });
      const findings = preflight(facts);
      const { body, live } = limitsOf(known, facts.space);
      return {
        draft,
        findings,
        ready: mayBeSigned(findings),
        // What is no address or time has no hash: the findings say so.
        id: idOf(facts.data),
        words: wordsOf(facts.data),
        data: facts.data,
        body: { length: draft.body.length, most: body, live },
      };
    },
    'publish.sign.prepare': async (asked) => await signings.prepare(asked),
    'publish.sign.begin': async ({ signing, signer }) => await signings.begin(signing, signer),
    'publish.sign.state': async ({ signing }) => signings.state(signing),
    'publish.sign.cancel': async ({ signing }) => signings.cancel(signing),
    async 'publish.export'({ text, known, proposal, safe }) {
      const draft = draftIn(text, proposal);
      const servers = await settings.read();
      const shelf = await shelfOf(proposal);
      const ready = readyPublication(
        { draft: withBlock(draft, known), known, target: targetOf(servers.sequencer), now: now() },
        await shelf.read('proposal'),
        servers,
        { sharedBefore: true },
      );
      requireReady(ready);
      const { publication } = ready;
      await shelf.write(publication);
      const { id, data, author } = publication;
      const chainId = safe === true ? Number(known.space?.network) : undefined;
      const safeHash =
        chainId === undefined ? {} : { safeHash: safeMessageHash({ address: author, chainId }, id) };
      return { id, words: wordsOf(data), ...safeHash, files: exportFiles(publication, proposal, chainId) };
    },
    async 'publish.import'({ proposal, signatures, from, chainId = 1 }) {
      const kept = await keptOf(proposal, 'proposal');
      const { rpc } = await settings.read();
      const owners =
        from === 'safe' && rpc !== undefined
          ? { owners: await safeOwners({ web, url: rpc }, kept.author) }
          : {};
      const source = from === 'safe' ? { kind: from, chainId, ...owners } : { kind: from };
      const signed = withSignatures(kept, signatures, source);
      await (await shelfOf(proposal)).write(signed);
      return viewOf(signed);
    },
    async 'publish.send'({ proposal, kind }) {
      const kept = await keptOf(proposal, kind);
      // Sent to the servers that it was prepared for: another choice since then is for the next one.
      const hub = hubAt({ web, url: kept.hub, clock: Date.now });
      const mailbox = {
        web,
        sequencer: kept.sequencer,
        ...(kept.relayer === undefined ? {} : { relayer: kept.relayer }),
      };
      const shelf = await shelfOf(proposal);
      return viewOf(
        await sendKept(kept, { ...mailbox, hub, shelf, sleep: async (ms) => void (await sleep(ms)) }),
      );
    },
    async 'publish.kept'({ proposal, kind }) {
      const kept = await (await shelfOf(proposal)).read(kind);
      return { publication: kept === undefined ? null : viewOf(kept) };
    },
    'publish.votes': async (asked) => await votesOf(await hubOf(asked), asked.id, asked.count),
    'publish.follow': async (asked) => await followProposal(await hubOf(asked), asked.id),
  };
}

function viewOf({
  data,
  signature: _,
  format: __,
  hub: ___,
  relayer: ____,
  ...view
}: Publication): PublicationView {
  return { ...view, space: String(data.message.space ?? '') };
}

function idOf(data: Publication['data']): string {
  try {
    return messageId(data);
  } catch {
    return '';
  }
}

const notPrepared = (proposal: string): StudioError =>
  new StudioError({
    code: 'publish.not-prepared',
    message: `Nothing of ${proposal} has been prepared for publishing.`,
    hint: 'Sign it, or export it to be signed.',
  });

const noRpc = (network: string): StudioError =>
  new StudioError({
    code: 'block.no-rpc',
    message: 'No JSON-RPC address is set, so nobody can be asked for the newest block.',
    hint: `Set one of network ${network}, or type the number of the block.`,
  });
