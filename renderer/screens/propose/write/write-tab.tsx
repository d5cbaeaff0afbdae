import { type ReactElement, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { type Problem, toProblem } from '../../../../sim-core/contract/errors.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { attempt } from '../../../state/perform.ts';
import { PlaceLink } from '../../../state/place-link.tsx';
import type { OpenProposal } from '../../../state/proposals/editing.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { PublishPane } from '../publish/publish-pane.tsx';
import { SignDialog } from '../publish/sign-dialog.tsx';
import { usePreflight } from '../publish/use-preflight.ts';
import { TaskProgress } from '../task-progress.tsx';
import { ChecksDrawer } from './checks-drawer.tsx';
import { type EditorHands, MarkdownEditor } from './markdown-editor.tsx';
import { Preview } from './preview.tsx';
import { useChecks } from './use-checks.ts';
import { WriteHeader } from './write-header.tsx';

/** The draft in hand: its text, what a venue will show, and what is still wrong with it. */
export function WriteTab({ draft }: { readonly draft: string | undefined }): ReactElement {
  const { proposals } = useStudio();
  const { editing, composing } = proposals;
  const open = useStore(editing.open);
  const task = useStore(composing);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (draft === undefined) return;
    setProblem(undefined);
    editing.show(draft).catch((error: unknown) => setProblem(toProblem(error)));
  }, [draft, editing]);
  // What was typed last is written before the screen is left.
  useEffect(() => () => void editing.flush(), [editing]);
  return (
    <div className="write">
      <WriteHeader open={open} />
      {task?.state === 'running' && (
        <TaskProgress task={task} label="Progress of the draft">
          <CommandButton command="propose.finish">Write it now, without the rest</CommandButton>
          <CommandButton command="propose.cancel" icon="cancel">
            Cancel
          </CommandButton>
        </TaskProgress>
      )}
      {task?.state === 'failed' && task.problem !== undefined && <ProblemNote problem={task.problem} />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {open === undefined && task?.state === 'running' && (
        <p className="muted">
          The draft is being written. Base and proposal come first; then both are tried under stress, which
          can be left out. What only you know is marked in it as still to be written.
        </p>
      )}
      {open === undefined ? (
        task?.state !== 'running' && <NothingOpen />
      ) : (
        <OpenDraft key={open.key} open={open} />
      )}
    </div>
  );
}

function NothingOpen(): ReactElement {
  const { proposals } = useStudio();
  const [wanted] = useState(() => proposals.composing.get()?.state === 'cancelled');
  return (
    <div className="write-empty">
      <p>
        {wanted ? 'The draft was cancelled. ' : ''}A proposal starts from a comparison: what is, against what
        you propose, on the same seeds. Its tables, who loses, and the evidence that anyone can re-run are
        written for you.
      </p>
      <div className="write-empty-actions">
        <CommandButton command="compare.propose" kind="primary" icon="propose">
          Start from the last comparison
        </CommandButton>
        <PlaceLink className="button button-plain" to={{ screen: 'compare' }}>
          Compare first
        </PlaceLink>
        <CommandButton command="propose.verify-tab">Verify a proposal</CommandButton>
      </div>
    </div>
  );
}

function OpenDraft({ open }: { readonly open: OpenProposal }): ReactElement {
  const studio = useStudio();
  const { publishing } = studio;
  const { editing } = studio.proposals;
  const settle = (keep: 'mine' | 'theirs') => void attempt(studio, () => editing.settle(keep));
  const { text, problem } = open;
  const shown = useDeferredValue(text);
  const pane = useStore(publishing.pane);
  const { checked, problem: unreadable } = usePreflight(shown, pane === 'publish');
  const checks = useChecks(open, shown, checked?.body.most);
  const editor = useRef<EditorHands>(null);
  // What went wrong with another draft, and signatures of it, are none of this one's.
  useEffect(() => {
    publishing.problem.set(undefined);
    publishing.signatures.set('');
    publishing.onChain.set(false);
  }, [publishing]);
  const show = useCallback((line: number) => editor.current?.show(line), []);
  return (
    <>
      {problem !== undefined && (
        <ProblemNote problem={problem}>
          <div className="write-empty-actions">
            <Button onClick={() => settle('mine')}>Keep my text</Button>
            {problem.code === 'proposal.changed-outside' && (
              <Button onClick={() => settle('theirs')}>Take the one on disk</Button>
            )}
          </div>
        </ProblemNote>
      )}
      <div className="write-panes">
        <MarkdownEditor text={text} hands={editor} onText={(next) => editing.write(next)} />
        <div className="write-side">
          <Segmented
            label="Beside the text"
            value={pane}
            options={[
              { value: 'preview', text: 'Preview' },
              { value: 'publish', text: 'Publish' },
            ]}
            onChange={(next) => publishing.pane.set(next)}
          />
          {pane === 'preview' ? (
            <Preview text={shown} />
          ) : (
            <PublishPane open={open} checked={checked} unreadable={unreadable} onShow={show} />
          )}
        </div>
      </div>
      {/* Beside the rules of Snapshot there is no room for both. */}
      <ChecksDrawer key={pane} checks={checks} startsOpen={pane === 'preview'} onShow={show} />
      <SignDialog />
    </>
  );
}
