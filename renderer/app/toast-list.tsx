import { type ReactElement, useEffect } from 'react';
import { CommandButton } from '../state/command-button.tsx';
import { useStore } from '../state/store.ts';
import { useStudio } from '../state/studio-context.tsx';
import type { Toast } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';

/** Long enough to read it twice and reach its button, in milliseconds. */
const shownFor = 12_000;

/** What has just happened, in the corner; said to screen readers too. */
export function ToastList(): ReactElement {
  const { toasts } = useStudio();
  const all = useStore(toasts.all);
  return (
    <section className="toasts" aria-label="Notices" aria-live="polite">
      {all.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastView({ toast }: { readonly toast: Toast }): ReactElement {
  const { toasts } = useStudio();
  const { id, text, next } = toast;
  useEffect(() => {
    const timer = setTimeout(() => toasts.dismiss(id), shownFor);
    return () => clearTimeout(timer);
  }, [toasts, id]);
  return (
    <div className="toast">
      <p>{text}</p>
      {next !== undefined && (
        // Once its step is taken it has said what it had to say; the command, on the button itself, comes first.
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what the button inside it does
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys click the button
        <span onClick={() => toasts.dismiss(id)}>
          <CommandButton command={next.command}>{next.text}</CommandButton>
        </span>
      )}
      <Button kind="quiet" icon="cancel" aria-label="Dismiss" onClick={() => toasts.dismiss(id)} />
    </div>
  );
}
