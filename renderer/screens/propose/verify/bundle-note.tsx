import { type ReactElement, useId } from 'react';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';

/** The bundle of a proposal that names one: what was given, or where it is looked for. */
export function BundleNote(): ReactElement | null {
  const studio = useStudio();
  const { proposals } = studio;
  const { alongside } = proposals;
  const text = useStore(proposals.given);
  const bundle = useStore(alongside.bundle);
  const id = useId();
  const cid = /^\s*bundle\s+([a-z0-9]{20,100})\s*$/m.exec(text)?.[1];
  if (cid === undefined) return null;
  return (
    <div className="bundle-note small">
      <span className="muted" role="status">
        {bundle === undefined
          ? `Its bundle ${cid.slice(0, 12)}… is looked for in the folder proposals of your project.`
          : `Bundle: ${bundle.name}`}
      </span>
      {bundle === undefined ? (
        <>
          <label className="button button-plain outcome-choose" htmlFor={id}>
            Choose its .car file…
          </label>
          <input
            id={id}
            className="unseen"
            type="file"
            accept=".car"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void attempt(studio, () => alongside.take(file));
            }}
          />
        </>
      ) : (
        <Button kind="quiet" onClick={() => alongside.bundle.set(undefined)}>
          Leave it out
        </Button>
      )}
    </div>
  );
}
