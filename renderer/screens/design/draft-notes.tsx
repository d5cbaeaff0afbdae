import type { ReactElement } from 'react';
import { CommandButton } from '../../state/command-button.tsx';
import type { Draft } from '../../state/drafts.ts';
import { attempt } from '../../state/perform.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Asks what to do where another program has changed the file of an edited scenario. */
export function OutsideNote({ draft }: { readonly draft: Draft }): ReactElement | null {
  if (draft.outside === undefined) return null;
  return (
    <div className="design-notes">
      <ChangedOutside draft={draft} />
    </div>
  );
}

function ChangedOutside({ draft: { scenario } }: { readonly draft: Draft }): ReactElement {
  const studio = useStudio();
  const settle = (keep: 'mine' | 'theirs') =>
    void attempt(studio, () => studio.drafts.settle(scenario, keep));
  return (
    <ProblemNote
      kind="warning"
      problem={{
        code: 'scenario.changed-outside',
        message: 'Another program has changed the file of this scenario while you were editing it.',
        hint: 'Your edits are still here. If you keep them, Save writes them over the file; either way can be undone.',
      }}
    >
      <div className="design-choice">
        <Button onClick={() => settle('mine')}>Keep mine</Button>
        <Button onClick={() => settle('theirs')}>Take theirs</Button>
      </div>
    </ProblemNote>
  );
}

/** Says that the text cannot be read, and what goes on meanwhile. */
export function BrokenText({
  draft: { scenario, problems },
}: {
  readonly draft: Draft;
}): ReactElement | null {
  const [first] = problems;
  if (first === undefined) return null;
  const others = problems.length - 1;
  const line = /:(\d+)(:\d+)?$/.exec(first.where ?? '')?.[1];
  const search = { tab: 'yaml', ...(line === undefined ? {} : { line }) };
  return (
    <ProblemNote problem={first}>
      <p className="muted">
        {others > 0 &&
          `${others === 1 ? 'There is one more problem' : `There are ${others} more problems`}. `}
        Form, graph and preview go on with the last version that could be read.
      </p>
      <div className="design-choice">
        <PlaceLink className="button button-plain" to={{ screen: 'design', scenario, search }}>
          Show in YAML
        </PlaceLink>
        <CommandButton command="design.undo" icon="undo">
          Undo
        </CommandButton>
      </div>
    </ProblemNote>
  );
}
