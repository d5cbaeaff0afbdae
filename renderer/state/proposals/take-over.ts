import type { ScenarioEdit } from '../../../main/api/scenarios/scenarios-api.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { parseEvidence } from '../../../sim-core/evidence/parse-evidence.ts';
import { freeId } from '../duplicate.ts';
import { scenarioList } from '../scenario-queries.ts';
import type { Studio } from '../studio.ts';

/** What a proposal changes in its base, as edits. Throws what is wrong with its evidence. */
function changesOf(text: string): {
  readonly base: string;
  readonly digest: string;
  readonly edits: readonly ScenarioEdit[];
} {
  const found = parseEvidence(text);
  if (!found.ok) {
    const [problem] = found.problems;
    throw new StudioError(
      problem ?? { code: 'evidence.none', message: 'There is no evidence in this text.' },
    );
  }
  const { base, proposal, assumptions, changes } = found.block;
  if (proposal !== undefined)
    throw new StudioError({
      code: 'evidence.whole-scenario',
      message: 'This proposal is a scenario of its own, whose changes do not fit into lines.',
      hint: `Ask for the bundle that came with it; it holds ${proposal.id}.`,
    });
  return { base: base.id, digest: base.digest, edits: [...assumptions, ...changes].map(editOf) };
}

function editOf({
  path,
  from,
  to,
}: {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}): ScenarioEdit {
  if (path === 'overlay')
    throw new StudioError({
      code: 'evidence.overlay',
      message: `The proposal lays the overlay ${to} over its base, which is no part of a scenario.`,
      hint: 'Re-run it here, or run it with --overlay on a command line.',
    });
  if (!path.startsWith('mechanism.')) return { kind: 'set', path, written: to, because: 'As proposed.' };
  if (from === 'none') return { kind: 'add', mechanism: to };
  return to === 'none' ? { kind: 'remove', mechanism: from } : { kind: 'swap', mechanism: from, to };
}

/** Throws where the scenario of that name here is another than the proposal was made on. */
async function requireSameBase({ client, preview }: Studio, id: string, digest: string): Promise<void> {
  const { spec } = await client.call('scenarios.open', { id });
  if ((await preview.specDigest(spec)).startsWith(digest)) return;
  throw new StudioError({
    code: 'evidence.other-base',
    message: `${id} here is another scenario than the proposal was made on.`,
    hint: 'Where it came with a bundle, `depin-studio bundle import` lays its base out as a project.',
  });
}

/** Opens what a proposal makes of its base as an edit of it, to change one assumption and see what is left. */
export async function forkProposal(studio: Studio, text: string): Promise<void> {
  const { base, digest, edits } = changesOf(text);
  await requireSameBase(studio, base, digest);
  await studio.drafts.open(base);
  await studio.drafts.edit(base, edits);
  studio.location.go({ screen: 'design', scenario: base });
  studio.toasts.say({
    text: 'This is what the proposal makes of its base. Change an assumption and run: the comparison becomes your counter-proposal. Undo takes it back.',
  });
}

/** Saves what a proposal makes of its base as a scenario of the project. */
export async function openAsScenario(studio: Studio, text: string): Promise<void> {
  const { client, queries, location, toasts } = studio;
  const { base, digest, edits } = changesOf(text);
  await requireSameBase(studio, base, digest);
  const opened = await client.call('scenarios.open', { id: base });
  const edited = await client.call('scenarios.edit', { id: base, text: opened.text, edits });
  if (!edited.ok)
    throw new StudioError(edited.problems[0] ?? { code: 'refused', message: 'It was refused.' });
  const cards = await queries.fetchQuery(scenarioList(client));
  const id = freeId(`${base}-proposed`, new Set(cards.map((card) => card.id)));
  await client.call('scenarios.save', {
    id,
    text: edited.text,
    base,
    title: `${opened.card.title}, as proposed`,
  });
  await queries.invalidateQueries({ queryKey: ['scenarios'] });
  location.go({ screen: 'design', scenario: id });
  toasts.say({ text: `${id} is a scenario of your project now.` });
}
