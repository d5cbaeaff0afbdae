import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import './option-list.css';

interface OptionListProps<Option> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** Place of the one that Enter takes; -1: none. */
  readonly at: number;
  /** Said where there is no option. */
  readonly none?: string;
  keyOf(option: Option): string;
  onTake(option: Option): void;
  /** What an option shows. */
  children(option: Option): ReactNode;
}

/** What `aria-activedescendant` of the field calls an option. */
export const optionId = (list: string, place: number): string => `${list}-${place}`;

/** What the text of a field may become, below the field, which has the keys and keeps the focus. */
export function OptionList<Option>(props: OptionListProps<Option>): ReactElement {
  const { id, label, options, at, none, keyOf, onTake, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} className="option-list" role="listbox" aria-label={label}>
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
        <div
          key={keyOf(option)}
          id={optionId(id, place)}
          role="option"
          aria-selected={place === at}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          {children(option)}
        </div>
      ))}
      {options.length === 0 && (
        <div className="muted" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
          {none}
        </div>
      )}
    </div>
  );
}
