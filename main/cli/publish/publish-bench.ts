import type { ProposalDraft } from '../../api/publish/draft.ts';
import type { KnownFacts } from '../../api/publish/known.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { nodeWeb } from '../../ports/node-web.ts';
import { userFolder } from '../../ports/user-folder.ts';
import { askKnown } from '../../services/publish/ask-known.ts';
import { blockHead } from '../../services/publish/block-head.ts';
import { type DraftHeading, readDraft } from '../../services/publish/draft/read-draft.ts';
import { pastedSpace } from '../../services/publish/pasted-space.ts';
import type { PublishSettings } from '../../services/publish/settings/publish-settings.ts';
import { settingsFile } from '../../services/publish/settings/settings-file.ts';
import { readText } from '../read-text.ts';
import type { PublishOptions } from './publish-options.ts';

/** Servers as the person set them, with what this command line says instead. */
export async function serversAsked(options: PublishOptions): Promise<PublishSettings> {
  const kept = await settingsFile(nodeFiles, userFolder()).read();
  const { sequencer, hub, relayer, rpc } = options;
  return {
    ...kept,
    ...(sequencer === undefined ? {} : { sequencer }),
    ...(hub === undefined ? {} : { hub }),
    ...(relayer === undefined ? {} : { relayer }),
    ...(rpc === undefined ? {} : { rpc }),
  };
}

/** The draft of a file, with what this command line says instead. `from`: the signer's account, where nobody says another. */
export async function draftAsked(
  written: string,
  options: PublishOptions,
  from: string | undefined,
): Promise<ProposalDraft> {
  const { choice, label, title, discussion, type, privacy, space, start, period, block } = options;
  const given = { title, discussion, type, privacy, space, start, period, block, from: options.from };
  const said: DraftHeading = {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(choice.length === 0 ? {} : { choices: choice }),
    ...(label.length === 0 ? {} : { labels: label }),
  };
  const draft = readDraft(await readText(written), said, written);
  return draft.from === '' && from !== undefined ? { ...draft, from } : draft;
}

/** What is known around the draft: from the hub, or from a file with the space's settings, where no hub is asked. */
export async function knownAround(
  draft: ProposalDraft,
  { spaceJson }: PublishOptions,
  settings: PublishSettings,
): Promise<KnownFacts> {
  if (spaceJson === undefined) return await askKnown(draft, { web: nodeWeb, settings, clock: Date.now });
  const space = pastedSpace(await readText(spaceJson), draft.space);
  if (settings.rpc === undefined) return { space };
  return { space, headBlock: await blockHead({ web: nodeWeb, url: settings.rpc }, space.network) };
}
