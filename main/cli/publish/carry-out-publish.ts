import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { nodeWeb } from '../../ports/node-web.ts';
import type { Installation } from '../../services/installation.ts';
import { mayBeSigned } from '../../services/publish/preflight/preflight.ts';
import { exportFiles } from '../../services/publish/record/export-files.ts';
import { withSignatures } from '../../services/publish/record/import-signatures.ts';
import type { Publication } from '../../services/publish/record/publication.ts';
import { publicationShelf } from '../../services/publish/record/publication-files.ts';
import { type ReadyPublication, readyPublication } from '../../services/publish/record/ready-publication.ts';
import { targetOf } from '../../services/publish/settings/publish-settings.ts';
import { withBlock } from '../../services/publish/settled-block.ts';
import { safeOwners } from '../../services/publish/signers/safe/safe-owners.ts';
import { fromUser } from '../places.ts';
import { readText } from '../read-text.ts';
import { say, tell } from '../terminal.ts';
import { writeFiles } from '../write-files.ts';
import { draftAsked, knownAround, serversAsked } from './publish-bench.ts';
import type { PublishOptions } from './publish-options.ts';
import { findingsReport, signedReport } from './publish-report.ts';
import { signAndSend } from './sign-and-send.ts';
import { type SignerAsked, signerAsked } from './signer-asked.ts';

/** Checks, signs and sends a proposal, or says why not. Answers the exit code: 1 where a rule is broken. */
export async function carryOutPublish(
  written: string,
  options: PublishOptions,
  installation: Installation,
): Promise<number> {
  const settings = await serversAsked(options);
  const asked = options.signer === undefined ? undefined : await signerAsked(options.signer, installation);
  if (asked === undefined && options.dryRun !== true && options.signatures === undefined) throw noSigner();
  const first = await draftAsked(written, options, accountOf(asked));
  const known = await knownAround(first, options, settings);
  const draft = withBlock(first, known);
  const shelf = publicationShelf(nodeFiles, fromUser(written));
  const kept = await shelf.read('proposal');
  const target = targetOf(settings.sequencer);
  const now = Math.floor(Date.now() / 1000);
  // What others sign meanwhile keeps its message as long as the draft does.
  const sharedBefore = asked?.kind !== 'signer';
  const ready = readyPublication({ draft, known, target, now }, kept, settings, { sharedBefore });
  show(ready, options);
  if (!mayBeSigned(ready.findings)) return 1;
  if (options.dryRun === true) return 0;

  const network = Number(known.space?.network ?? 1);
  if (options.signatures !== undefined || options.onChain === true) {
    const signed = await imported(ready.publication, { options, asked, network, rpc: settings.rpc });
    await shelf.write(signed);
    return await signAndSend(signed, { shelf, settings, options });
  }
  if (asked?.kind === 'signer')
    return await signAndSend(ready.publication, { shelf, settings, options, signer: asked.signer });
  await shelf.write(ready.publication);
  return await handOn(ready.publication, written, asked?.kind === 'safe' ? network : undefined);
}

const accountOf = (asked: SignerAsked | undefined): string | undefined =>
  asked === undefined || asked.kind === 'export' ? undefined : asked.address;

function show({ findings, publication }: ReadyPublication, { json, dryRun }: PublishOptions): void {
  if (json === true && (dryRun === true || !mayBeSigned(findings))) {
    say(JSON.stringify({ id: publication.id, findings, data: publication.data }));
    return;
  }
  // Of a dry run this is the result; otherwise it goes before.
  const print = dryRun === true ? say : tell;
  print(`${signedReport(publication)}\n`);
  if (findings.length > 0) print(`${findingsReport(findings)}\n`);
  if (dryRun === true)
    say(mayBeSigned(findings) ? 'Nothing stands against signing.' : 'It cannot be signed as it is.');
}

interface ImportParts {
  readonly options: PublishOptions;
  readonly asked: SignerAsked | undefined;
  readonly network: number;
  readonly rpc: string | undefined;
}

/** What was prepared before, with the signatures that came back. */
async function imported(
  publication: Publication,
  { options, asked, network, rpc }: ImportParts,
): Promise<Publication> {
  if (options.onChain === true) return withSignatures(publication, '', { kind: 'on-chain' });
  const text = await readText(options.signatures ?? '');
  if (asked?.kind !== 'safe') return withSignatures(publication, text, { kind: 'account' });
  if (rpc === undefined)
    tell('unknown  Without --rpc nobody looked up the owners of the Safe and how many must sign.');
  const owners =
    rpc === undefined ? {} : { owners: await safeOwners({ web: nodeWeb, url: rpc }, publication.author) };
  return withSignatures(publication, text, { kind: 'safe', chainId: network, ...owners });
}

async function handOn(
  publication: Publication,
  written: string,
  safeChainId: number | undefined,
): Promise<number> {
  const draft = fromUser(written);
  const files = exportFiles(publication, path.basename(draft).replace(/\.md$/i, ''), safeChainId);
  const chunks = files.map(({ name, text }) => ({ name, chunks: [text] }));
  await writeFiles(path.dirname(draft), chunks);
  for (const { name } of files) say(`wrote  ${path.join(path.dirname(written), name)}`);
  tell('Sign one of them within six days, then publish with --signatures <file>.');
  return 0;
}

const noSigner = (): StudioError =>
  new StudioError({
    code: 'signer.none',
    message: 'Nobody was named to sign.',
    hint: 'Add --signer, such as --signer browser or --signer keystore:<file>; --dry-run checks without signing.',
    where: '--signer',
  });
