import { type ReactElement, useId, useState } from 'react';
import { useStore } from './store.ts';
import { useStudio } from './studio-context.tsx';

const most = 200;

/** How many seeds the next run has: 1 to 200. */
export function SeedsField({ disabled }: { readonly disabled: boolean }): ReactElement {
  const { seedCount } = useStudio();
  const count = useStore(seedCount);
  const [text, setText] = useState(String(count));
  const id = useId();
  const valid = isCount(text);
  return (
    <div className="field seeds-field">
      <label htmlFor={id}>Seeds</label>
      <input
        id={id}
        className="input"
        type="number"
        min={1}
        max={most}
        step={1}
        required
        disabled={disabled}
        value={text}
        aria-invalid={!valid}
        aria-describedby={valid ? undefined : `${id}-why`}
        title="Each seed is one possible future: more seeds show more surely how they spread"
        onChange={({ target }) => {
          setText(target.value);
          if (isCount(target.value)) seedCount.set(Number(target.value));
        }}
        onBlur={() => setText(String(seedCount.get()))}
      />
      {!valid && (
        <p id={`${id}-why`} className="field-problem">
          A whole number from 1 to {most}; {count} stays.
        </p>
      )}
    </div>
  );
}

function isCount(text: string): boolean {
  const count = Number(text);
  return text.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= most;
}
