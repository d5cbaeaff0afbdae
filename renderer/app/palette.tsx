import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { perform } from '../state/perform.ts';
import { shortcutText } from '../state/shortcut.ts';
import { useStore } from '../state/store.ts';
import { useCommands, useStudio } from '../state/studio-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { findCommands } from './find-commands.ts';
import './palette.css';

/** Every command that makes sense now, found by typing. */
export function Palette(): ReactElement | null {
  const { palette } = useStudio();
  return useStore(palette) ? <OpenPalette /> : null;
}

function OpenPalette(): ReactElement {
  const studio = useStudio();
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = findCommands(
    commands.filter((command) => command.enabled(studio)),
    query,
  );
  const current = found[Math.min(chosen, found.length - 1)];

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    list.current?.querySelector(`[aria-selected=true]`)?.scrollIntoView({ block: 'nearest' });
  });

  const close = () => {
    // The dialog gives the focus back; its own event comes too late for a key that is pressed at once.
    dialog.current?.close();
    studio.palette.set(false);
  };
  const choose = (command = current) => {
    if (command === undefined) return;
    close();
    void perform(command, studio);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key];
    if (event.key === 'Enter') choose();
    else if (event.key === 'Escape') close();
    else if (to !== undefined) setChosen((to + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on what lies behind; Escape does the same by keyboard
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Commands"
      onClose={close}
      onClick={({ target }) => {
        if (target === dialog.current) close();
      }}
    >
      <div className="palette-search">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="Search commands"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Search or run a command"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} role="listbox" id={id} aria-label="Commands found">
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the combobox above
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === current}
            onClick={() => choose(command)}
          >
            <span>{command.title}</span>
            {command.shortcut !== undefined && <kbd>{shortcutText(command.shortcut)}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="palette-none">No command is called that.</p>}
    </dialog>
  );
}
