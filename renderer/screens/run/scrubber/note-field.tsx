import { type ReactElement, useEffect, useRef, useState } from 'react';
import { longestNote } from '../../../state/timeline/notes.ts';
import { Button } from '../../../ui/button.tsx';

interface NoteFieldProps {
  /** Such as `2024-03-01`. */
  readonly day: string;
  readonly text: string;
  /** An empty text takes the note away. */
  onWrite(text: string): void;
  onClose(): void;
}

/** Writes the note of a day. */
export function NoteField({ day, text: first, onWrite, onClose }: NoteFieldProps): ReactElement {
  const [text, setText] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="note-field"
      onSubmit={(event) => {
        event.preventDefault();
        onWrite(text);
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        ref={field}
        className="input"
        aria-label={`Note beside ${day}`}
        placeholder={`Note beside ${day}, kept in this browser`}
        maxLength={longestNote}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" kind="primary">
        Keep
      </Button>
      {first !== '' && (
        <Button
          onClick={() => {
            onWrite('');
            onClose();
          }}
        >
          Remove
        </Button>
      )}
      <Button onClick={onClose}>Cancel</Button>
    </form>
  );
}
