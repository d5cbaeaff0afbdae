import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import { Icon } from '../../../ui/icon.tsx';
import { OptionList, optionId } from '../../../ui/option-list/option-list.tsx';
import { type Completion, completions } from './completions.ts';

interface FilterBarProps {
  readonly value: string;
  readonly rows: readonly RunRow[];
  onChange(value: string): void;
}

/** One line that narrows the list; the word at the caret is completed from what occurs. */
export function FilterBar({ value, rows, onChange }: FilterBarProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const [caret, setCaret] = useState(value.length);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const offered = open ? completions(value, Math.min(caret, value.length), rows) : [];

  const take = (completion: Completion) => {
    onChange(completion.line);
    setCaret(completion.caret);
    setChosen(-1);
    setOpen(completion.text.endsWith(':'));
    // After React has written the value, which moves the caret to its end.
    requestAnimationFrame(() => input.current?.setSelectionRange(completion.caret, completion.caret));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key];
    const picked = offered[chosen];
    if (to !== undefined) {
      setOpen(true);
      if (offered.length > 0) setChosen((to + offered.length) % offered.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && picked !== undefined) take(picked);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="runs-filter">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        className="input"
        role="combobox"
        aria-label="Filter runs"
        aria-expanded={offered.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 && offered.length > 0 ? optionId(id, chosen) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Filter: words, scenario:base, verdict:sustainable, changed:…"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          setCaret(target.selectionStart ?? target.value.length);
          setChosen(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <OptionList
          id={id}
          label="How the word may go on"
          options={offered}
          at={chosen}
          keyOf={({ text }) => text}
          onTake={take}
        >
          {({ text }) => text}
        </OptionList>
      )}
    </div>
  );
}
