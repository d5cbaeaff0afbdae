import type { ReactElement } from 'react';
import { attempt } from '../../../state/perform.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { FileChoice } from '../../../ui/file-choice.tsx';

/** The bundle of a proposal that names one: what was given, or where it is looked for. */
export function BundleNote(): ReactElement | null {
  const studio = useStudio();
  const { proposals } = studio;
  const { alongside } = proposals;
  const text = useStore(proposals.given);
  const bundle = useStore(alongside.bundle);
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
        <FileChoice accept=".car" onChoose={(file) => void attempt(studio, () => alongside.take(file))}>
          Choose its .car file…
        </FileChoice>
      ) : (
        <Button kind="quiet" onClick={() => alongside.bundle.set(undefined)}>
          Leave it out
        </Button>
      )}
    </div>
  );
}
