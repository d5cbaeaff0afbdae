import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { OptionList, optionId } from '../option-list/option-list.tsx';
import './pick-box.css';

/** Something to pick. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  /** Beside the label, smaller: a path, a value, a unit. */
  readonly about: string;
  /** Heading under which it stands. */
  readonly group: string;
}

interface PickBoxProps {
  readonly label: string;
  readonly placeholder: string;
  /** Those of a group stand together. */
  readonly picks: readonly Pick[];
  /** What is picked now; absent: it adds, and is empty again after each pick. */
  readonly value?: string;
  onPick(id: string): void;
}

/** A box to search and pick from, by name, path or group: arrow keys choose, Enter takes, Escape closes. */
export function PickBox({ label, placeholder, picks, value, onPick }: PickBoxProps): ReactElement {
  const id = useId();
  const current = picks.find((pick) => pick.id === value)?.label ?? '';
  /** Undefined while it is closed. */
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState(-1);
  const words = (typed ?? '').toLowerCase().split(/\s+/);
  const fitting = picks.filter((pick) =>
    words.every((word) => `${pick.label} ${pick.id} ${pick.group}`.toLowerCase().includes(word)),
  );
  const open = typed !== undefined;
  const at = Math.min(chosen, fitting.length - 1);
  const close = () => {
    setTyped(undefined);
    setChosen(-1);
  };
  const take = (pick: Pick) => {
    close();
    onPick(pick.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [pick, { key }] = [fitting[at], event];
    if (key === 'ArrowDown' && !open) setTyped('');
    else if (key === 'ArrowDown') setChosen((at + 1) % Math.max(1, fitting.length));
    else if (key === 'ArrowUp' && open)
      setChosen((Math.max(at, 0) - 1 + fitting.length) % Math.max(1, fitting.length));
    else if (key === 'Enter' && pick !== undefined) take(pick);
    else if (key === 'Escape' && open) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="pick-box">
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? optionId(id, at) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={current === '' ? placeholder : current}
        value={typed ?? current}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(target.value.trim() === '' ? -1 : 0);
        }}
        onClick={() => setTyped('')}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {open && (
        <OptionList
          id={id}
          label={label}
          options={fitting}
          at={at}
          none="Nothing has this name."
          keyOf={(pick) => pick.id}
          onTake={take}
        >
          {(pick) => (
            <>
              <span>
                {pick.label}
                <span className="small muted pick-group">{pick.group}</span>
              </span>
              <span className="small muted">{pick.about}</span>
            </>
          )}
        </OptionList>
      )}
    </div>
  );
}
