import { type RefObject, useLayoutEffect } from 'react';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';

/** Brings into view and focuses what was wished for, once it is there. `reveal` takes away what may hide it. */
export function useFormWish(box: RefObject<HTMLElement | null>, reveal: () => void): void {
  const { design } = useStudio();
  const wish = useStore(design.wish);
  // At once: what is typed next must go into the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is fulfilled once, by whatever reveals things then
  useLayoutEffect(() => {
    if (wish === undefined || box.current === null) return;
    design.wish.set(undefined);
    const { current: form } = box;
    if (wish.at === 'search') return focusAt(form, wish.at);
    reveal();
    // Rows that were filtered away are drawn first.
    requestAnimationFrame(() => focusAt(form, wish.at));
  }, [wish]);
}

function focusAt(form: HTMLElement, path: string): void {
  const found = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const group = found?.closest('details');
  if (group) group.open = true;
  if (path !== 'search') found?.scrollIntoView({ block: 'center' });
  const field = found?.matches('input') ? found : found?.querySelector<HTMLElement>(fields);
  field?.focus({ preventScroll: true });
  if (field instanceof HTMLInputElement) field.select();
}

const fields = '.parameter-value :is(input, select, summary, a, button)';
