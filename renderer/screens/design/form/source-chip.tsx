import { type ReactElement, useId, useState } from 'react';
import type { ParameterView } from '../../../../main/api/scenarios/scenarios-api.ts';
import { Button } from '../../../ui/button.tsx';
import { standingOf, withoutReason } from './form-groups.ts';

interface SourceChipProps {
  readonly label: string;
  readonly origin: ParameterView['origin'];
  /** Absent where the reason cannot be changed here, such as that of a data file. */
  onReason?(because: string): void;
}

const words = { source: 'source', assumption: 'assumption', none: 'no reason' } as const;

/** Solid where someone published the value, dashed where it is assumed, red where nobody said why; a click tells more. */
export function SourceChip({ label, origin, onReason }: SourceChipProps): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  const standing = standingOf(origin);
  const text = origin.kind === 'source' ? origin.title : origin.because;
  return (
    <>
      <button
        type="button"
        className={`chip chip-button chip-${standing}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={text}
        onClick={() => setOpen(!open)}
      >
        {words[standing]}
        <span className="unseen"> of {label}</span>
      </button>
      {open && (
        <div id={id} className="source-text">
          <SourceText origin={origin} />
          {onReason !== undefined && (
            <ReasonField
              label={label}
              because={origin.kind === 'assumption' && standing !== 'none' ? origin.because : ''}
              onReason={(because) => {
                onReason(because);
                setOpen(false);
              }}
            />
          )}
        </div>
      )}
    </>
  );
}

function SourceText({ origin }: { readonly origin: ParameterView['origin'] }): ReactElement {
  if (origin.kind === 'assumption') {
    const none = origin.because.trim() === withoutReason;
    return <p>{none ? 'Nobody has said yet where this value comes from.' : origin.because}</p>;
  }
  const { title, url } = origin;
  if (url === undefined || !/^https?:\/\//.test(url)) return <p>{title}</p>;
  return (
    <p>
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
    </p>
  );
}

interface ReasonFieldProps {
  readonly label: string;
  readonly because: string;
  onReason(because: string): void;
}

function ReasonField({ label, because, onReason }: ReasonFieldProps): ReactElement {
  const [text, setText] = useState(because);
  const id = useId();
  const ready = text.trim() !== '' && text.trim() !== because;
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onReason(text.trim());
      }}
    >
      <label htmlFor={id}>Why this value is plausible</label>
      <input
        id={id}
        className="input"
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" disabled={!ready} aria-label={`Keep the reason of ${label}`}>
        Keep
      </Button>
    </form>
  );
}
