import { type ReactElement, useEffect, useState } from 'react';
import { type Problem, toProblem } from '../../../sim-core/contract/errors.ts';
import { compare } from '../../state/compare/compare.ts';
import { draftRef, refsIn } from '../../state/compare/side.ts';
import { isEdited } from '../../state/drafts.ts';
import type { ScreenProps } from '../../state/location.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import './compare.css';
import { CompareHeader } from './compare-header.tsx';
import { ComparedView } from './compared-view.tsx';
import { SideBar } from './side-bar.tsx';

/** Two to six scenarios on the same seeds: what differs between them, and what comes of it. */
export default function Compare({ search }: ScreenProps): ReactElement {
  const studio = useStudio();
  const refs = refsIn(search.with);
  const written = refs.join(',');
  const seeds = useStore(studio.seedCount);
  const sides = useStore(studio.compare.sides);
  const [problem, setProblem] = useState<Problem>();
  const ready = refs.length >= 2;
  useEffect(() => {
    if (!ready) return;
    let left = false;
    setProblem(undefined);
    compare(studio, refsIn(written), seeds).catch((error: unknown) => {
      if (!left) setProblem(toProblem(error));
    });
    return () => {
      left = true;
    };
  }, [studio, written, ready, seeds]);
  const shown = ready && problem === undefined && sides.map(({ ref }) => ref).join(',') === written;
  return (
    <div className="compare">
      <CompareHeader shown={shown} />
      <SideBar refs={refs} />
      {problem !== undefined && <ProblemNote problem={problem} />}
      {refs.length < 2 && <PickTwo refs={refs} />}
      {shown && <ComparedView sides={sides} />}
    </div>
  );
}

/** Nothing is compared yet: the two that were worked on last are one click away. */
function PickTwo({ refs }: { readonly refs: readonly string[] }): ReactElement {
  const { location, recent, drafts } = useStudio();
  const last = useStore(recent);
  const open = useStore(drafts.all);
  const [first, second] = last;
  const draft = first === undefined ? undefined : open.get(first);
  const edited = draft !== undefined && isEdited(draft);
  const pair = edited && first !== undefined ? [first, draftRef(first)] : [first, second];
  const names = pair.flatMap((ref) => (ref === undefined ? [] : [ref]));
  return (
    <div className="compare-empty">
      <p>
        Pick two to six scenarios above. They run on the same seeds, so what differs between them is not luck.
      </p>
      {refs.length === 0 && names.length === 2 && (
        <Button
          kind="primary"
          onClick={() => location.go({ screen: 'compare', search: { with: names.join(',') } })}
        >
          {edited ? `Compare ${first} with your edit of it` : `Compare ${names.join(' and ')}`}
        </Button>
      )}
    </div>
  );
}
