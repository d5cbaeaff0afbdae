import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { PublicationKind, PublicationView, PublishApi } from '../../api/publish/publish-api.ts';
import { askKnown } from './ask-known.ts';
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
import { safeOwners } from './signers/safe/safe-owners.ts';
import { createSignings } from './signings.ts';

/** Publishing for the open project: what is prepared, signed and sent is kept beside each draft in `proposals`. */
export function publishDesk(parts: PublishParts): PublishApi {
  const { files, web, projects, userFolder } = parts;
  const settings = settingsFile(files, userFolder);
  const now = (): number => Math.floor(Date.now() / 1000);
  const door = async () => ({ web, url: (await settings.read()).hub, clock: Date.now });
  const shelfOf = async (proposal: string) =>
    publicationShelf(files, path.join(await projects.folder(), 'proposals', `${proposal}.md`));
  const keptOf = async (proposal: string, kind: PublicationKind): Promise<Publication> => {
    const kept = await (await shelfOf(proposal)).read(kind);
    if (kept === undefined) throw notPrepared(proposal);
    return kept;
  };
  const signings = createSignings({ ...parts, settings, shelfOf, now });

  return {
    'publish.settings': async () => await settings.read(),
    async 'publish.keepSettings'(wanted) {
      await settings.write(wanted);
      return {};
    },
    'publish.space': async (asked) =>
      await askKnown(asked, { web, settings: await settings.read(), clock: Date.now }),
    'publish.readSpace': async ({ text, space }) => ({ space: pastedSpace(text, space) }),
    async 'publish.preflight'({ draft, known }) {
      const target = targetOf((await settings.read()).sequencer);
      const facts = factsOf({ draft: withBlock(draft, known), known, target, now: now() });
      const findings = preflight(facts);
      const { body, live } = limitsOf(known, facts.space);
      return {
        findings,
        ready: mayBeSigned(findings),
        // What is no address or time has no hash: the findings say so.
        id: idOf(facts.data),
        words: wordsOf(facts.data),
        data: facts.data,
        body: { length: draft.body.length, most: body, live },
      };
    },
    'publish.sign.begin': async (asked) => await signings.begin(asked),
    'publish.sign.state': async ({ signing }) => signings.state(signing),
    'publish.sign.cancel': async ({ signing }) => signings.cancel(signing),
    async 'publish.export'({ draft, known, proposal, safe }) {
      const servers = await settings.read();
      const shelf = await shelfOf(proposal);
      const ready = readyPublication(
        { draft: withBlock(draft, known), known, target: targetOf(servers.sequencer), now: now() },
        await shelf.read('proposal'),
        servers,
        { sharedBefore: true },
      );
      requireReady(ready);
      await shelf.write(ready.publication);
      const chain = safe === true ? Number(known.space?.network) : undefined;
      return { id: ready.publication.id, files: exportFiles(ready.publication, proposal, chain) };
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
    'publish.votes': async ({ id, count }) => await votesOf(await door(), id, count),
    'publish.follow': async ({ id }) => await followProposal(await door(), id),
  };
}

const viewOf = ({
  kind,
  id,
  proposal,
  author,
  state,
  sequencer,
  ipfs,
  refusal,
}: Publication): PublicationView => ({
  ...{ kind, id, proposal, author, state, sequencer },
  ...(ipfs === undefined ? {} : { ipfs }),
  ...(refusal === undefined ? {} : { refusal }),
});

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
