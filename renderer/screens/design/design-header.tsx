import type { ReactElement } from 'react';
import { CommandButton } from '../../state/command-button.tsx';
import { type Draft, isEdited } from '../../state/drafts.ts';
import type { Base } from './use-draft.ts';

/** What is being changed, and what can be done with all changes together. */
export function DesignHeader({ draft, base }: { readonly draft: Draft; readonly base: Base }): ReactElement {
  const { card } = draft.good;
  const edited = isEdited(draft);
  const shipped = draft.opened.card.place === 'shipped';
  return (
    <header className="design-header">
      <div className="design-title">
        <h1 title={card.question}>{card.title}</h1>
        {edited && <span className="chip chip-edited">edited</span>}
        {base.kind === 'origin' && <span className="small muted">made from {base.name}</span>}
      </div>
      <div className="design-actions">
        <CommandButton kind="quiet" icon="undo" command="design.undo" />
        <CommandButton kind="quiet" icon="redo" command="design.redo" />
        <CommandButton command="design.discard">Discard</CommandButton>
        {edited ? (
          <CommandButton command="design.save">{shipped ? 'Save as…' : 'Save'}</CommandButton>
        ) : (
          <CommandButton command="design.save-as">Save as…</CommandButton>
        )}
        <CommandButton kind="primary" icon="play" command="run.start">
          Run
        </CommandButton>
      </div>
    </header>
  );
}
