import type { PublicationKind, SignerAsked } from '../../../main/api/publish/publish-api.ts';
import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { Studio } from '../studio.ts';
import { knownNow } from './ask-around.ts';
import { draftInHand } from './draft-in-hand.ts';
import { fieldOfRule } from './field-of-rule.ts';
import { inPane } from './in-pane.ts';
import { namedIn } from './known-for.ts';
import type { OpenSigning } from './publishing.ts';
import { sendSigned } from './send.ts';
import { webAddress } from './web-address.ts';

/** Milliseconds between two looks at a signer. */
const between = 200;

/**
 * Fixes what is signed and shows it. A wallet of the browser is asked at once, since its page shows the same again; what was signed
 * before is sent. Where something is missing the person is led there, and nothing was asked or kept.
 */
export async function prepareSigning(studio: Studio, kind: PublicationKind): Promise<void> {
  const { client, publishing } = studio;
  if (isMissing(studio)) return;
  const shown = await inPane(studio, 'Checking with the hub…', async () => {
    if (['safe', 'export'].includes(publishing.signer.get())) throw signedHereOnly();
    const { id, text } = await draftInHand(studio);
    const known = kind === 'proposal' ? await knownNow(studio, text) : {};
    publishing.last.set(namedIn(text));
    const signing = await client.call('publish.sign.prepare', { text, known, proposal: id, kind });
    return { draft: id, kind, signing };
  });
  if (shown === undefined) return lead(studio);
  publishing.signing.set(shown);
  if (shown.signing.state === 'signed') return await send(studio, shown);
  if (publishing.signer.get() === 'browser') await approve(studio);
}

/** Has what is shown signed by the signer that was chosen, and sends it. */
export async function approve(studio: Studio): Promise<void> {
  const { client, publishing } = studio;
  const open = publishing.signing.get();
  if (open === undefined) return;
  try {
    const signer = signerNow(studio);
    publishing.password.set('');
    const { problem: _, ...rest } = open;
    const begun = { ...rest, signing: { ...open.signing, state: 'waiting' as const } };
    publishing.signing.set(begun);
    const signing = await client.call('publish.sign.begin', { signing: open.signing.signing, signer });
    // Whoever has cancelled meanwhile waits for no signer, and nothing is sent.
    if (!isShown(studio, open)) return;
    publishing.signing.set({ ...begun, signing });
    // Where a browser holds the page back, its link stands in the dialog.
    if (signing.page !== undefined) window.open(signing.page, '_blank', 'noopener');
    await follow(studio, { ...begun, signing });
  } catch (error) {
    if (isShown(studio, open)) publishing.signing.set({ ...open, problem: toProblem(error) });
  }
}

/** No longer waits for a signer; nothing was sent. What is on its way goes on. */
export async function stopSigning({ client, publishing }: Studio): Promise<void> {
  const open = publishing.signing.get();
  publishing.signing.set(undefined);
  publishing.password.set('');
  if (open?.signing.state === 'waiting')
    await client.call('publish.sign.cancel', { signing: open.signing.signing });
}

/** Whether the person still looks at it. */
const isShown = ({ publishing }: Studio, { signing }: OpenSigning): boolean =>
  publishing.signing.get()?.signing.signing === signing.signing;

/** Looks at a signer until it has signed, or the person no longer waits. */
async function follow(studio: Studio, open: OpenSigning): Promise<void> {
  const { client, publishing } = studio;
  let { signing } = open;
  while (signing.state === 'waiting') {
    await new Promise((resolve) => setTimeout(resolve, between));
    if (!isShown(studio, open)) return;
    signing = await client.call('publish.sign.state', { signing: signing.signing });
    if (!isShown(studio, open)) return;
    publishing.signing.set({ ...open, signing });
  }
  if (signing.state === 'signed') await send(studio, { ...open, signing });
}

async function send(studio: Studio, open: OpenSigning): Promise<void> {
  const { publishing } = studio;
  publishing.signing.set({ ...open, sending: true });
  const problem = await sendSigned(studio, open.draft, open.kind);
  if (isShown(studio, open)) publishing.signing.set(undefined);
  if (problem !== undefined) publishing.problem.set(problem);
}

/** Throws where the signer that was chosen lacks something. */
function signerNow({ publishing }: Studio): SignerAsked {
  const kind = publishing.signer.get();
  if (kind === 'rpc') return { kind, url: webAddress(publishing.signerUrl.get(), 'a wallet or node') };
  if (kind !== 'keystore') return { kind: 'browser' };
  const keystore = publishing.keystore.get();
  if (keystore === undefined)
    throw new StudioError({
      code: 'keystore.missing',
      message: 'No keystore file is chosen.',
      hint: 'Choose the JSON file that your wallet exports.',
    });
  return { kind, text: keystore.text, password: publishing.password.get() };
}

/** Leads to the space or the account where the draft does not say them. */
function isMissing({ proposals, publishing }: Studio): boolean {
  const { space, from } = namedIn(proposals.editing.open.get()?.text ?? '');
  if (space !== '' && from !== '') return false;
  publishing.pane.set('publish');
  publishing.wanted.set(space === '' ? 'space' : 'from');
  return true;
}

/** Leads to what the first broken rule speaks of. */
function lead({ publishing }: Studio): void {
  const problem = publishing.problem.get();
  if (problem?.code !== 'publish.not-ready') return;
  const field = fieldOfRule(problem.where ?? '');
  // The list of rules tells it; here only the way there.
  publishing.problem.set(undefined);
  if (field !== undefined) publishing.wanted.set(field);
}

const signedHereOnly = (): StudioError =>
  new StudioError({
    code: 'signer.not-here',
    message: 'A change is signed by a wallet of the browser, a keystore file, or a wallet at an address.',
    hint: 'Choose one of them under “Who signs”.',
  });
