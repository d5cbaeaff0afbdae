import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef, useState } from 'react';
import type { JobChoices } from '../../../../main/api/jobs/jobs-api.ts';
import { OptionList, optionId } from '../../../ui/option-list/option-list.tsx';
import { completeGoal } from './complete-goal.ts';

interface GoalInputProps {
  readonly label: string;
  readonly value: string;
  readonly choices: JobChoices;
  readonly invalid: boolean;
  onChange(text: string): void;
}

/** A sentence, completed while it is written: arrow keys choose, Enter or Tab takes, Escape closes. */
export function GoalInput({ label, value, choices, invalid, onChange }: GoalInputProps): ReactElement {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** Where the caret goes once the field has its new text. */
  const caretTo = useRef<number>(undefined);
  useLayoutEffect(() => {
    const { current } = caretTo;
    caretTo.current = undefined;
    if (current !== undefined) field.current?.setSelectionRange(current, current);
  });
  const [caret, setCaret] = useState<number>();
  const [chosen, setChosen] = useState(0);
  const { from, options } =
    caret === undefined ? { from: 0, options: [] } : completeGoal(value.slice(0, caret), choices);
  const open = options.length > 0;
  const at = Math.min(chosen, options.length - 1);
  const look = () => {
    setCaret(field.current?.selectionStart ?? value.length);
    setChosen(0);
  };
  const take = (text: string) => {
    const next = `${value.slice(0, from)}${text}`;
    onChange(`${next}${value.slice(caret ?? value.length).trimStart()}`);
    setCaret(next.length);
    setChosen(0);
    caretTo.current = next.length;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[at];
    if (event.key === 'ArrowDown' && !open) look();
    else if (event.key === 'ArrowDown') setChosen((at + 1) % options.length);
    else if (event.key === 'ArrowUp' && open) setChosen((at - 1 + options.length) % options.length);
    else if (event.key === 'Enter' && option !== undefined) take(option.text);
    // Tab goes on to the next control where nothing has been begun.
    else if (event.key === 'Tab' && !event.shiftKey && option !== undefined && (caret ?? 0) > from)
      take(option.text);
    else if (event.key === 'Escape' && open) setCaret(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="goal-input">
      <input
        ref={field}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={open ? optionId(id, at) : undefined}
        aria-invalid={invalid}
        autoComplete="off"
        spellCheck={false}
        placeholder="maximise …, minimise … or subject to …"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          setCaret(target.selectionStart ?? target.value.length);
          setChosen(0);
        }}
        onClick={look}
        onBlur={() => setCaret(undefined)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <OptionList
          id={id}
          label={`What may follow in ${label.toLowerCase()}`}
          options={options}
          at={at}
          keyOf={({ text }) => text}
          onTake={({ text }) => take(text)}
        >
          {({ text, about }) => (
            <>
              <code>{text}</code>
              <span className="small muted">{about}</span>
            </>
          )}
        </OptionList>
      )}
    </div>
  );
}
