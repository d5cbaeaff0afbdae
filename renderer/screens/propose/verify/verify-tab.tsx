import type { ReactElement } from 'react';
import { useId } from 'react';
import type { ProposalTask, VerifiedLine } from '../../../../main/api/proposals/proposals-api.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TaskProgress } from '../task-progress.tsx';
import { AssumePanel } from './assume-panel.tsx';
import { BundleNote } from './bundle-note.tsx';
import { NeededCode } from './needed-code.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { SourceNote } from './source-note.tsx';
import './verify.css';

/** Somebody's proposal, re-run here: nothing that it says of itself is believed. */
export function VerifyTab(): ReactElement {
  const { proposals } = useStudio();
  const text = useStore(proposals.given);
  const task = useStore(proposals.verifying);
  const draft = useStore(proposals.editing.open);
  const beside = useStore(proposals.beside);
  const id = useId();
  return (
    <div className="verify">
      <div className="verify-paste">
        <label htmlFor={id}>
          <strong>The proposal’s text</strong>
        </label>
        <p className="small muted" id={`${id}-about`}>
          Paste all of it, a link, or the id of a Snapshot proposal, or drop the file on the window. Its
          evidence is the block that begins with “```depin-evidence/1”.
        </p>
        <textarea
          id={id}
          aria-describedby={`${id}-about`}
          className="input verify-text"
          spellCheck={false}
          value={text}
          placeholder={'```depin-evidence/1\nengine    sim-core …\nbase      wireless-burn-mint@1 …\n…'}
          onChange={({ target }) => proposals.given.set(target.value)}
        />
        <SourceNote />
        <BundleNote />
        <div className="verify-actions">
          <CommandButton command="verify.start" kind="primary" icon="play">
            Re-run
          </CommandButton>
          <CommandButton command="verify.assume" icon="swap">
            Change one assumption
          </CommandButton>
          <CommandButton command="verify.outcome" icon="run">
            After the vote
          </CommandButton>
          <CommandButton command="verify.fork" icon="design">
            Fork as counter-proposal
          </CommandButton>
          <CommandButton command="verify.open" icon="open">
            Open as scenario
          </CommandButton>
          {text === '' && draft !== undefined && (
            <Button kind="quiet" onClick={() => proposals.given.set(draft.text)}>
              Use my draft as an example
            </Button>
          )}
        </div>
      </div>
      <div className="verify-answer">
        {beside === 'assume' && <AssumePanel />}
        {beside === 'outcome' && <OutcomePanel />}
        <Answer task={task} />
      </div>
    </div>
  );
}

const outcomes = {
  reproduced: { standing: 'pass', text: 'Reproduced: every line holds on this computer, to the last bit.' },
  differs: { standing: 'fail', text: 'Not reproduced: a line differs.' },
  'cannot-run': { standing: 'watch', text: 'It cannot be run here: something is missing.' },
} as const;

function Answer({ task }: { readonly task: ProposalTask | undefined }): ReactElement {
  if (task === undefined)
    return (
      <p className="muted">
        Re-run computes base and proposal again on this computer, then holds every claim and every digest
        against the result. Each line is ticked, or the one that differs is shown with what came out here.
      </p>
    );
  const { state, verification, problem } = task;
  const outcome = verification?.outcome === undefined ? undefined : outcomes[verification.outcome];
  const holding = verification?.lines.filter(({ standing }) => standing === 'holds').length ?? 0;
  return (
    <section className="verify-part" aria-label="What came of it">
      {state === 'running' && (
        <TaskProgress task={task} label="Progress of the re-run">
          <CommandButton command="verify.cancel" icon="cancel">
            Cancel
          </CommandButton>
        </TaskProgress>
      )}
      {state === 'cancelled' && <p>Cancelled.</p>}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {outcome !== undefined && verification !== undefined && (
        <p className={`verify-outcome check-${outcome.standing}`} role="status">
          <Icon name={outcome.standing} />
          <strong>{outcome.text}</strong>
          <span className="muted">
            {holding} of {verification.lines.length} lines hold.
          </span>
        </p>
      )}
      {verification !== undefined && state === 'done' && verification.needs.length > 0 && (
        <NeededCode needs={verification.needs} />
      )}
      {verification !== undefined && <Lines lines={verification.lines} running={state === 'running'} />}
    </section>
  );
}

const signs = {
  holds: { icon: 'pass', word: 'holds', standing: 'pass' },
  differs: { icon: 'fail', word: 'differs', standing: 'fail' },
  'cannot-run': { icon: 'watch', word: 'missing', standing: 'watch' },
} as const;

interface LinesProps {
  readonly lines: readonly VerifiedLine[];
  readonly running: boolean;
}

function Lines({ lines, running }: LinesProps): ReactElement {
  return (
    <ol className="verify-lines" aria-label="Lines of the evidence">
      {lines.map(({ number, text, standing, here, why }) => {
        const sign = standing === 'not-reached' ? undefined : signs[standing];
        return (
          <li key={number} className={sign === undefined ? 'check' : `check check-${sign.standing}`}>
            {sign === undefined ? <span className="verify-open">·</span> : <Icon name={sign.icon} />}
            <span className="verify-line">
              <span className="unseen">{sign?.word ?? (running ? 'not yet' : 'not reached')}: </span>
              <span className="small muted">line {number} </span>
              <span className="mono">{text}</span>
              {here !== undefined && (
                <span className="verify-here mono">
                  <span className="muted">here:</span> {here}
                </span>
              )}
              {why !== undefined && <span className="small">{why}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
