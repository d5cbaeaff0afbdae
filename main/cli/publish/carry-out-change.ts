import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { nodeWeb } from '../../ports/node-web.ts';
import type { Installation } from '../../services/installation.ts';
import { askKnown } from '../../services/publish/ask-known.ts';
import { followProposal } from '../../services/publish/follow-proposal.ts';
import { mayBeSigned } from '../../services/publish/preflight/preflight.ts';
import {
  type ChangeInput,
  cancelPublication,
  updatePublication,
} from '../../services/publish/record/change-publication.ts';
import { type PublicationShelf, publicationShelf } from '../../services/publish/record/publication-files.ts';
import type { ReadyPublication } from '../../services/publish/record/ready-publication.ts';
import type { PublishSettings } from '../../services/publish/settings/publish-settings.ts';
import type { Signer } from '../../services/publish/signers/signer.ts';
import { fromUser } from '../places.ts';
import { say, tell } from '../terminal.ts';
import { draftAsked, serversAsked } from './publish-bench.ts';
import type { PublishOptions } from './publish-options.ts';
import { findingsReport, signedReport } from './publish-report.ts';
import { signAndSend } from './sign-and-send.ts';
import { signerAsked } from './signer-asked.ts';

/** Changes a published proposal to what its file says now. Answers the exit code. */
export async function carryOutUpdate(
  written: string,
  options: PublishOptions & { readonly proposal?: string },
  installation: Installation,
): Promise<number> {
  const settings = await serversAsked(options);
  const shelf = publicationShelf(nodeFiles, fromUser(written));
  const id = options.proposal ?? (await shelf.read('proposal'))?.id;
  if (id === undefined) throw neverPublished(written);
  const { signer, address } = await whoSigns(options, installation);
  const draft = await draftAsked(written, options, address);
  const change = await changeInput(id, draft.from, settings);
  const ready = updatePublication({ ...draft, space: change.existing.space }, change);
  return await carryOut(ready, { signer, shelf, settings, options });
}

/** Cancels a published proposal. Answers the exit code. */
export async function carryOutCancel(
  id: string,
  options: PublishOptions,
  installation: Installation,
): Promise<number> {
  const settings = await serversAsked(options);
  const { signer, address } = await whoSigns(options, installation);
  const from = options.from ?? address ?? '';
  const change = await changeInput(id, from, settings);
  // There need be no draft here: the record stands where the command was given.
  const shelf = publicationShelf(nodeFiles, fromUser(path.join('.', `${id.slice(0, 10)}.md`)));
  return await carryOut(cancelPublication(from, change), { signer, shelf, settings, options });
}

interface CarryParts {
  readonly signer: Signer | undefined;
  readonly shelf: PublicationShelf;
  readonly settings: PublishSettings;
  readonly options: PublishOptions;
}

async function carryOut(
  ready: ReadyPublication,
  { signer, shelf, settings, options }: CarryParts,
): Promise<number> {
  const { findings, publication } = ready;
  if (options.json === true && (options.dryRun === true || !mayBeSigned(findings)))
    say(JSON.stringify({ id: publication.id, findings, data: publication.data }));
  tell(`${signedReport(publication)}\n`);
  if (findings.length > 0) tell(`${findingsReport(findings)}\n`);
  if (!mayBeSigned(findings)) return 1;
  if (options.dryRun === true) return 0;
  if (signer === undefined) throw signsHere();
  return await signAndSend(publication, { shelf, settings, options, signer });
}

async function changeInput(id: string, from: string, settings: PublishSettings): Promise<ChangeInput> {
  const existing = await followProposal({ web: nodeWeb, url: settings.hub, clock: Date.now }, id);
  const { rpc: _, ...servers } = settings;
  const known = await askKnown(
    { space: existing.space, from },
    { web: nodeWeb, settings: servers, clock: Date.now },
  );
  return { existing, known, settings, now: Math.floor(Date.now() / 1000) };
}

async function whoSigns(
  { signer }: PublishOptions,
  installation: Installation,
): Promise<{ readonly signer?: Signer; readonly address?: string }> {
  const asked = signer === undefined ? undefined : await signerAsked(signer, installation);
  return asked?.kind === 'signer' ? asked : {};
}

const signsHere = (): StudioError =>
  new StudioError({
    code: 'signer.none',
    message: 'Nobody was named who can sign a change here.',
    hint: 'Add --signer keystore:<file>, rpc:<url> or browser; --dry-run checks without signing.',
    where: '--signer',
  });

const neverPublished = (written: string): StudioError =>
  new StudioError({
    code: 'publish.never',
    message: `There is no record that ${written} was published.`,
    hint: 'Name what to change with --proposal <id>.',
    where: written,
  });
