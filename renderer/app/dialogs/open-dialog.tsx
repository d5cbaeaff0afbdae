import { lazy, type ReactElement, Suspense } from 'react';
import './dialogs.css';
import { useStore } from '../../state/store.ts';
import type { DialogId } from '../../state/studio.ts';
import { useStudio } from '../../state/studio-context.tsx';

/** Every dialog that a command may open, loaded when it is. */
const dialogs = {
  'open-project': lazy(() => import('./open-project.tsx')),
  'trust-code': lazy(() => import('./trust-code.tsx')),
} satisfies Record<DialogId, unknown>;

/** The dialog that a command has opened, if any. */
export function OpenDialog(): ReactElement | null {
  const { dialog } = useStudio();
  const id = useStore(dialog);
  if (id === undefined) return null;
  const Shown = dialogs[id];
  return (
    <Suspense fallback={null}>
      <Shown onClose={() => dialog.set(undefined)} />
    </Suspense>
  );
}
