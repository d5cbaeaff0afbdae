import { saveFile } from '../save-file.ts';
import type { Studio } from '../studio.ts';
import { knownNow } from './ask-around.ts';
import { draftInHand } from './draft-in-hand.ts';
import { inPane } from './in-pane.ts';
import { sendSigned } from './send.ts';

/** Fixes what is signed and saves the file for the signer: for a Safe what its owners sign, otherwise what wallets take. */
export async function exportPayload(studio: Studio): Promise<void> {
  const { client, publishing, queries } = studio;
  const safe = publishing.signer.get() === 'safe';
  if (!safe) publishing.signer.set('export');
  publishing.pane.set('publish');
  await inPane(studio, 'Writing what is to be signed…', async () => {
    const { id: draft, text } = await draftInHand(studio);
    const known = await knownNow(studio, text);
    const exported = await client.call('publish.export', { text, known, proposal: draft, safe });
    publishing.exported.set({ draft, ...exported });
    await queries.invalidateQueries({ queryKey: ['publication', draft] });
    const first = exported.files.find(({ name }) =>
      name.endsWith(safe ? '.safe.json' : '.eth-sign-typed-data-v4.json'),
    );
    if (first !== undefined) await saveExported(studio, first);
  });
}

export const saveExported = (
  studio: Studio,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<void> => saveFile(studio, { name, type: 'application/json', text: [text] });

/** Takes signatures that were made elsewhere, and sends what they sign. */
export async function importSignatures(studio: Studio): Promise<void> {
  const { client, publishing } = studio;
  await inPane(studio, 'Checking the signatures…', async () => {
    const { id: proposal, text } = await draftInHand(studio);
    const { space } = await knownNow(studio, text);
    const safe = publishing.signer.get() === 'safe';
    const from = safe ? (publishing.onChain.get() ? 'on-chain' : 'safe') : 'account';
    const chainId = Number(space?.network ?? 1);
    const signatures = publishing.signatures.get();
    await client.call('publish.import', { proposal, signatures, from, chainId });
    publishing.signatures.set('');
    const problem = await sendSigned(studio, proposal, 'proposal');
    if (problem !== undefined) publishing.problem.set(problem);
  });
}
