import type { PublicationKind } from '../../../main/api/publish/publish-api.ts';
import type { Command } from '../../state/command.ts';
import { withHead } from '../../state/proposals/draft-head.ts';
import { askAround, takePasted } from '../../state/publishing/ask-around.ts';
import { draftInHand } from '../../state/publishing/draft-in-hand.ts';
import { exportPayload, importSignatures } from '../../state/publishing/elsewhere.ts';
import { inPane } from '../../state/publishing/in-pane.ts';
import { keepServers } from '../../state/publishing/keep-servers.ts';
import { namedIn } from '../../state/publishing/known-for.ts';
import { keptPublication } from '../../state/publishing/publication-queries.ts';
import { sendSigned } from '../../state/publishing/send.ts';
import { approve, prepareSigning, stopSigning } from '../../state/publishing/sign.ts';
import type { Studio } from '../../state/studio.ts';

const text = ({ proposals }: Studio): string | undefined => proposals.editing.open.get()?.text;
/** A draft is open, and nothing else is under way. */
const isFree = (studio: Studio): boolean =>
  studio.location.get().screen === 'propose' &&
  text(studio) !== undefined &&
  studio.publishing.doing.get() === undefined &&
  studio.publishing.signing.get() === undefined;
/** What is kept of the publication of the open draft, or of its change, as it was read last. */
const kept = ({ client, proposals, queries }: Studio, kind: PublicationKind = 'proposal') =>
  queries.getQueryData(keptPublication(client, proposals.editing.open.get()?.id ?? '', kind).queryKey) ??
  undefined;
/** What was signed and is not known to have arrived. */
const unfinished = (studio: Studio): PublicationKind | undefined =>
  (['cancel', 'update', 'proposal'] as const).find((kind) =>
    ['signed', 'sent'].includes(kept(studio, kind)?.state ?? ''),
  );
const isPublished = (studio: Studio): boolean => isFree(studio) && kept(studio)?.state === 'published';
const mayPublish = (studio: Studio): boolean => isFree(studio) && kept(studio)?.state !== 'published';

/** From a draft to a vote: checked, signed, sent, followed. */
export const publishCommands: readonly Command[] = [
  {
    id: 'publish.pane',
    title: 'Publish to Snapshot: space, rules, signer',
    keywords: ['vote', 'preflight', 'space', 'hub', 'sign'],
    enabled: (studio) => studio.location.get().screen === 'propose' && text(studio) !== undefined,
    run: ({ publishing, proposals }) => {
      publishing.pane.set('publish');
      if (namedIn(proposals.editing.open.get()?.text ?? '').space === '') publishing.wanted.set('space');
    },
  },
  {
    id: 'publish.ask',
    title: 'Ask the hub about the space',
    keywords: ['snapshot', 'settings', 'limits', 'block'],
    enabled: (studio) => isFree(studio) && namedIn(text(studio) ?? '').space !== '',
    run: async (studio) => {
      await inPane(studio, 'Asking the hub…', async () =>
        askAround(studio, (await draftInHand(studio)).text),
      );
    },
  },
  {
    id: 'publish.paste',
    title: 'Use the pasted settings of the space',
    keywords: ['offline', 'json', 'snapshot'],
    enabled: (studio) => isFree(studio) && studio.publishing.pasted.get().trim() !== '',
    run: async (studio) => {
      await inPane(studio, 'Reading…', () =>
        takePasted(studio, text(studio) ?? '', studio.publishing.pasted.get()),
      );
    },
  },
  {
    id: 'publish.keep-servers',
    title: 'Keep the servers that were typed',
    keywords: ['sequencer', 'hub', 'rpc', 'testnet', 'relayer'],
    enabled: ({ publishing }) => publishing.servers.get() !== undefined,
    run: (studio) => keepServers(studio),
  },
  {
    id: 'publish.browser',
    title: 'Open in browser to sign',
    keywords: ['wallet', 'publish', 'metamask', 'extension'],
    enabled: mayPublish,
    async run(studio) {
      studio.publishing.signer.set('browser');
      await prepareSigning(studio, 'proposal');
    },
  },
  {
    id: 'publish.sign',
    title: 'Sign and publish',
    keywords: ['snapshot', 'keystore', 'wallet', 'send'],
    enabled: (studio) => mayPublish(studio) && !['safe', 'export'].includes(studio.publishing.signer.get()),
    run: (studio) => prepareSigning(studio, 'proposal'),
  },
  {
    id: 'publish.approve',
    title: 'Sign what is shown',
    keywords: ['keystore', 'password', 'wallet'],
    enabled: ({ publishing }) => {
      const state = publishing.signing.get()?.signing.state;
      return state === 'prepared' || state === 'failed';
    },
    run: (studio) => approve(studio),
  },
  {
    id: 'publish.stop',
    title: 'Cancel signing',
    keywords: ['stop', 'wallet'],
    enabled: ({ publishing }) => publishing.signing.get() !== undefined,
    run: (studio) => stopSigning(studio),
  },
  {
    id: 'publish.send',
    title: 'Send what was signed again',
    keywords: ['publish', 'retry', 'lost'],
    enabled: (studio) => isFree(studio) && unfinished(studio) !== undefined,
    run: async (studio) => {
      const { id } = await draftInHand(studio);
      const kind = unfinished(studio) ?? 'proposal';
      const problem = await inPane(studio, 'Sending…', () => sendSigned(studio, id, kind));
      if (problem !== undefined) studio.publishing.problem.set(problem);
    },
  },
  {
    id: 'publish.export',
    title: 'Export signing payload',
    keywords: ['typed data', 'eip-712', 'safe', 'elsewhere', 'offline'],
    enabled: mayPublish,
    run: (studio) => exportPayload(studio),
  },
  {
    id: 'publish.import',
    title: 'Import signatures and publish',
    keywords: ['safe', 'owners', 'elsewhere'],
    enabled: (studio) =>
      mayPublish(studio) &&
      (studio.publishing.signatures.get().trim() !== '' || studio.publishing.onChain.get()),
    run: (studio) => importSignatures(studio),
  },
  {
    id: 'publish.follow',
    title: 'Follow the vote of the published proposal',
    keywords: ['status', 'votes', 'result', 'hub'],
    enabled: isPublished,
    run: (studio) => {
      studio.publishing.pane.set('publish');
      studio.publishing.followed.set(kept(studio)?.id);
    },
  },
  {
    id: 'publish.update',
    title: 'Update the published proposal to this text',
    keywords: ['change', 'edit', 'snapshot'],
    enabled: isPublished,
    run: (studio) => prepareSigning(studio, 'update'),
  },
  {
    id: 'publish.cancel',
    title: 'Cancel the published proposal',
    keywords: ['delete', 'archive', 'withdraw', 'snapshot'],
    enabled: isPublished,
    run: (studio) => prepareSigning(studio, 'cancel'),
  },
  {
    id: 'publish.copy-id',
    title: 'Copy the id of the published proposal',
    keywords: ['hash', 'receipt', 'clipboard'],
    enabled: isPublished,
    async run(studio) {
      await navigator.clipboard.writeText(kept(studio)?.id ?? '');
      studio.toasts.say({ text: 'Copied.' });
    },
  },
  {
    id: 'publish.last',
    title: 'Use the space and account of the last proposal',
    keywords: ['author', 'address'],
    enabled: (studio) => isFree(studio) && studio.publishing.last.get() !== undefined,
    run: ({ publishing, proposals }) => {
      const { space = '', from = '' } = publishing.last.get() ?? {};
      const { editing } = proposals;
      editing.write(withHead(withHead(editing.open.get()?.text ?? '', 'space', space), 'from', from));
    },
  },
];
