import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';

interface MenuItem {
  readonly text: string;
  readonly shortcut?: string;
  /** Set where the items are choices of which one holds. */
  readonly chosen?: boolean;
  choose(): void;
}

interface MenuProps {
  readonly label: string;
  readonly icon: IconName;
  /** Shown beside the icon; absent: only the icon. */
  readonly text?: string;
  readonly items: readonly MenuItem[];
}

const itemSelector = '[role=menuitem], [role=menuitemradio]';

/** A button that opens a list of actions. Arrow keys move, Enter chooses, Escape closes. */
export function Menu({ label, icon, text, items }: MenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = () => box.current?.querySelector<HTMLElement>(':scope > button');
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])];

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>(itemSelector)?.focus();
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && box.current?.contains(target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button()?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Tab') return setOpen(false);
    const all = entries();
    const at = all.findIndex((entry) => entry.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key !== 'Escape' && to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) close();
    else all.at(to % all.length)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu inside, caught on their way up
    <div className="menu" ref={box} onKeyDown={onKeyDown}>
      <Button
        kind={text === undefined ? 'quiet' : 'plain'}
        icon={icon}
        aria-label={text === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text}
      </Button>
      {open && (
        <div role="menu" id={id} aria-label={label}>
          {items.map((item) => (
            <button
              key={item.text}
              type="button"
              {...(item.chosen === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': item.chosen })}
              tabIndex={-1}
              onClick={() => {
                close();
                item.choose();
              }}
            >
              <span>{item.text}</span>
              {item.shortcut !== undefined && <kbd>{item.shortcut}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
