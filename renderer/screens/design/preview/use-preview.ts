import { useEffect, useMemo } from 'react';
import type { Draft } from '../../../state/drafts.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import type { Base } from '../use-draft.ts';
import { createPreviewer, type PreviewState } from './previewer.ts';
import { scaleDown } from './scale-down.ts';

/** The preview of a draft beside its base; it follows every edit. */
export function usePreview(
  { scenario, good }: Draft,
  base: Base,
): PreviewState & { readonly scaledFrom: number | undefined } {
  const { preview, design } = useStudio();
  const previewer = useMemo(() => createPreviewer(preview), [preview]);
  const { spec: after, scaledFrom } = useMemo(() => scaleDown(good.spec), [good.spec]);
  const { spec: before } = useMemo(() => scaleDown(base.spec), [base.spec]);
  const words = useMemo(() => JSON.stringify(after), [after]);
  const same = useMemo(() => JSON.stringify(before) === words, [before, words]);
  // An edit of words alone, such as a reason, is no other simulation.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the spec is the same as long as its words are
  const spec = useMemo(() => (same ? before : after), [same, before, words]);
  const { title } = good.card;
  useEffect(() => {
    previewer.want({ scenario, title, spec, base: before }, design.editedAt.get());
  }, [previewer, design, scenario, title, spec, before]);
  useEffect(() => () => previewer.stop(), [previewer]);
  return { ...useStore(previewer.state), scaledFrom };
}
