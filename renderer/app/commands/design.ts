import type { Command } from '../../state/command.ts';
import { draftRef } from '../../state/compare/side.ts';
import { type Draft, isEdited } from '../../state/drafts.ts';
import type { Studio } from '../../state/studio.ts';

/** The draft of the place where the user is, while Design shows it. */
function draftOf({ location, drafts }: Studio): Draft | undefined {
  const { screen, scenario } = location.get();
  return screen === 'design' && scenario !== undefined ? drafts.all.get().get(scenario) : undefined;
}

/** A command on the draft in hand. */
const onDraft = (
  command: Omit<Command, 'enabled' | 'run'>,
  enabled: (draft: Draft, studio: Studio) => boolean,
  run: (draft: Draft, studio: Studio) => void | Promise<void>,
): Command => ({
  ...command,
  enabled(studio) {
    const draft = draftOf(studio);
    return draft !== undefined && enabled(draft, studio);
  },
  async run(studio) {
    const draft = draftOf(studio);
    if (draft !== undefined) await run(draft, studio);
  },
});

/** The next changed parameter in a direction, from the one that was visited last; round and round. */
function visit({ design }: Studio, step: 1 | -1): void {
  const changed = design.changed.get();
  const last = design.visited.get();
  const at = last === undefined ? -1 : changed.indexOf(last);
  const from = at < 0 && step < 0 ? 0 : at;
  const next = changed[(from + step + changed.length) % changed.length];
  if (next === undefined) return;
  design.visited.set(next);
  design.search.set('');
  design.wish.set({ at: next });
}

const showForm = ({ location }: Studio): void => {
  const { search, ...place } = location.get();
  const { tab: _, ...others } = search ?? {};
  location.go({ ...place, ...(Object.keys(others).length === 0 ? {} : { search: others }) });
};

/** Edits a scenario: everything that its screen does with the draft as a whole. */
export const designCommands: readonly Command[] = [
  onDraft(
    {
      id: 'design.undo',
      title: 'Undo the last edit',
      keywords: ['back', 'revert'],
      shortcut: 'Mod+Z',
      outsideText: true,
    },
    ({ canUndo }) => canUndo,
    async ({ scenario }, { drafts, design }) => {
      design.editedAt.set(performance.now());
      await drafts.undo(scenario);
    },
  ),
  onDraft(
    {
      id: 'design.redo',
      title: 'Redo the edit',
      keywords: ['again', 'forward'],
      shortcut: 'Mod+Shift+Z',
      outsideText: true,
    },
    ({ canRedo }) => canRedo,
    async ({ scenario }, { drafts, design }) => {
      design.editedAt.set(performance.now());
      await drafts.redo(scenario);
    },
  ),
  onDraft(
    { id: 'design.save', title: 'Save the scenario', keywords: ['keep', 'write', 'file'], shortcut: 'Mod+S' },
    (draft) => isEdited(draft) && draft.outside === undefined,
    async ({ scenario, opened }, { drafts, design, toasts, queries }) => {
      // What is shipped stays as it is: the changes become a scenario of the project.
      if (opened.card.place === 'shipped') return design.naming.set(scenario);
      await drafts.save(scenario);
      await queries.invalidateQueries({ queryKey: ['scenarios'] });
      await queries.invalidateQueries({ queryKey: ['scenario', scenario] });
      toasts.say({ text: 'Saved.' });
    },
  ),
  onDraft(
    {
      id: 'design.save-as',
      title: 'Save as a new scenario',
      keywords: ['copy', 'duplicate', 'name', 'fork'],
      shortcut: 'Mod+Shift+S',
    },
    () => true,
    ({ scenario }, { design }) => design.naming.set(scenario),
  ),
  onDraft(
    {
      id: 'design.discard',
      title: 'Discard all unsaved edits',
      keywords: ['revert', 'reset', 'throw away'],
    },
    isEdited,
    async ({ scenario }, { drafts, design, toasts }) => {
      design.editedAt.set(performance.now());
      await drafts.discard(scenario);
      toasts.say({
        text: 'The edits are gone. Undo brings them back.',
        next: { command: 'design.undo', text: 'Undo' },
      });
    },
  ),
  {
    id: 'design.compare',
    title: 'Compare the edited scenario with its base',
    keywords: ['difference', 'before', 'after', 'draft'],
    enabled: ({ location, drafts }) => {
      const { scenario } = location.get();
      const draft = scenario === undefined ? undefined : drafts.all.get().get(scenario);
      return draft !== undefined && isEdited(draft);
    },
    run({ location }) {
      const { scenario } = location.get();
      if (scenario !== undefined)
        location.go({ screen: 'compare', search: { with: `${scenario},${draftRef(scenario)}` } });
    },
  },
  onDraft(
    {
      id: 'design.search',
      title: 'Search parameters',
      keywords: ['find', 'filter'],
      shortcut: '/',
      outsideText: true,
    },
    () => true,
    (_, studio) => {
      showForm(studio);
      studio.design.wish.set({ at: 'search' });
    },
  ),
  onDraft(
    {
      id: 'design.next-changed',
      title: 'Next changed parameter',
      keywords: ['difference', 'down'],
      shortcut: ']',
      outsideText: true,
    },
    (_, { design }) => design.changed.get().length > 0,
    (_, studio) => {
      showForm(studio);
      visit(studio, 1);
    },
  ),
  onDraft(
    {
      id: 'design.previous-changed',
      title: 'Previous changed parameter',
      keywords: ['difference', 'up'],
      shortcut: '[',
      outsideText: true,
    },
    (_, { design }) => design.changed.get().length > 0,
    (_, studio) => {
      showForm(studio);
      visit(studio, -1);
    },
  ),
];
