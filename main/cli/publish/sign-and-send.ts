import { setTimeout as sleep } from 'node:timers/promises';
import { nodeWeb } from '../../ports/node-web.ts';
import { hubAt } from '../../services/publish/hub/hub.ts';
import type { Publication } from '../../services/publish/record/publication.ts';
import type { PublicationShelf } from '../../services/publish/record/publication-files.ts';
import { signPublication } from '../../services/publish/record/sign-publication.ts';
import { sendKept } from '../../services/publish/send/send-kept.ts';
import type { PublishSettings } from '../../services/publish/settings/publish-settings.ts';
import type { Signer } from '../../services/publish/signers/signer.ts';
import { interruption } from '../interruption.ts';
import { say, tell } from '../terminal.ts';
import type { PublishOptions } from './publish-options.ts';

interface SendParts {
  readonly shelf: PublicationShelf;
  readonly settings: PublishSettings;
  readonly options: PublishOptions;
  /** Absent: it is signed already. */
  readonly signer?: Signer;
}

/** How long a person may take to sign. */
const patienceMs = 10 * 60_000;

/** Signs, unless that was done before, sends, and says what became of it. Answers the exit code. */
export async function signAndSend(
  publication: Publication,
  { shelf, settings, options, signer }: SendParts,
): Promise<number> {
  const signal = interruption();
  const signed =
    publication.signature !== undefined || signer === undefined
      ? publication
      : await signPublication(publication, { signer, shelf, timeoutMs: patienceMs, signal });
  if (publication.signature !== undefined && signer !== undefined)
    tell('It was signed before: nothing is signed anew.');
  const hub = hubAt({ web: nodeWeb, url: settings.hub, clock: Date.now });
  const { sequencer, relayer } = settings;
  const sent = await sendKept(
    signed,
    {
      web: nodeWeb,
      sequencer,
      ...(relayer === undefined ? {} : { relayer }),
      ...{ hub, shelf, sleep: async (ms) => void (await sleep(ms)) },
    },
    signal,
  );
  if (options.json === true)
    say(JSON.stringify({ id: sent.id, proposal: sent.proposal, state: sent.state, ipfs: sent.ipfs }));
  else say(`${sent.state === 'published' ? done[sent.kind] : 'handed on'}  ${sent.proposal}`);
  if (sent.state !== 'published')
    tell('The relayer publishes it when the Safe’s transaction is on the chain: follow it by its id.');
  tell(`kept   ${shelf.file(sent.kind)}`);
  return 0;
}

const done: Readonly<Record<Publication['kind'], string>> = {
  proposal: 'published',
  update: 'updated',
  cancel: 'cancelled',
};
