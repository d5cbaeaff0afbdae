import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { ParameterChoice } from '../../../../main/api/jobs/jobs-api.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { quantity } from '../../../ui/number-format.ts';
import { type Pick, PickBox } from '../../../ui/pick-box/pick-box.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TaskProgress } from '../task-progress.tsx';
import { ForkResult } from './fork-result.tsx';
import { PanelHead } from './panel-head.tsx';
import { useBaseChoices } from './use-base-choices.ts';

/** One value of somebody's proposal that may be doubted, and what is left of its numbers without it. */
export function AssumePanel(): ReactElement {
  const studio = useStudio();
  const { proposals } = studio;
  const task = useStore(proposals.forking);
  const { choices, isLoading } = useBaseChoices();
  const [path, setPath] = useState('');
  const [value, setValue] = useState('');
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isLoading) box.current?.querySelector('input')?.focus();
  }, [isLoading]);
  const choice = choices?.parameters.find((each) => each.path === path);
  const start = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(studio, async () => {
      await proposals.fetchGiven();
      await proposals.fork([{ path: path.trim(), written: value.trim() }]);
    });
  };
  return (
    <section className="verify-panel" aria-label="Change one assumption">
      <PanelHead text="Change one assumption" onClose={() => proposals.beside.set(undefined)} />
      <p className="small muted">
        Take the number that you trust least. What the proposal changes is proposed otherwise; all else is
        assumed otherwise with and without the change, on the same seeds.
      </p>
      <form ref={box} className="assume-form" onSubmit={start}>
        {isLoading ? (
          <p className="small muted">Reading the parameters of its base…</p>
        ) : choices === undefined ? (
          <label className="field">
            Parameter
            <input
              className="input"
              value={path}
              placeholder="supply.hardware.price"
              onChange={({ target }) => setPath(target.value)}
            />
          </label>
        ) : (
          <div className="field">
            Parameter
            <PickBox
              label="Parameter"
              placeholder="Search parameters…"
              picks={picksOf(choices.parameters)}
              value={path}
              onPick={(picked) => {
                setPath(picked);
                field.current?.focus();
              }}
            />
          </div>
        )}
        <label className="field" htmlFor={id}>
          {unitOf(choice)}
          <input
            ref={field}
            id={id}
            className="input"
            value={value}
            placeholder={placeholderOf(choice)}
            onChange={({ target }) => setValue(target.value)}
          />
        </label>
        <Button
          type="submit"
          kind="primary"
          icon="play"
          disabled={path.trim() === '' || value.trim() === '' || task?.state === 'running'}
        >
          Run with it
        </Button>
      </form>
      {task?.state === 'running' && <TaskProgress task={task} label="Progress of the runs with it" />}
      {task?.problem !== undefined && <ProblemNote problem={task.problem} />}
      {task?.fork !== undefined && (
        <>
          <ForkResult fork={task.fork} />
          <div className="verify-actions">
            <CommandButton command="verify.reply" icon="propose">
              Open as a reply
            </CommandButton>
          </div>
        </>
      )}
    </section>
  );
}

/** Those without a source first: they are the easiest to doubt. */
const picksOf = (parameters: readonly ParameterChoice[]): readonly Pick[] =>
  [...parameters]
    .sort((a, b) => Number(isUnsourced(b)) - Number(isUnsourced(a)))
    .map((each) => ({
      id: each.path,
      label: each.label,
      about: each.kind === 'number' ? quantity(each.value, each.unit) : each.value,
      group: isUnsourced(each) ? `${each.mechanism}, without a source` : each.mechanism,
    }));

const isUnsourced = (choice: ParameterChoice): boolean => choice.kind === 'number' && choice.unsourced;

function unitOf(choice: ParameterChoice | undefined): string {
  if (choice?.kind !== 'number' || choice.unit === '1') return 'Value';
  return `Value, in ${choice.unit}`;
}

function placeholderOf(choice: ParameterChoice | undefined): string {
  if (choice === undefined) return '';
  return choice.kind === 'number' ? `now ${choice.value}` : choice.options.join(', ');
}
