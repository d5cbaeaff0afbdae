import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { attempt } from '../../state/perform.ts';
import { projectCode, refreshProject } from '../../state/project.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Shows the modules of a project that have not been allowed yet, and asks whether they may run. */
export default function TrustCode({ onClose }: { readonly onClose: () => void }): ReactElement {
  const studio = useStudio();
  const { data } = useQuery(projectCode(studio.client));
  const waiting = (data?.modules ?? []).filter(({ trusted }) => !trusted);
  const allow = () =>
    attempt(studio, async () => {
      await studio.client.call('projects.trust', { ids: waiting.map(({ id }) => id) });
      onClose();
      await refreshProject(studio);
      studio.toasts.say({ text: waiting.length === 1 ? 'The module may run.' : 'The modules may run.' });
    });
  return (
    <Dialog title="Code of this project" onClose={onClose}>
      {waiting.length === 0 ? (
        <p>{data === undefined ? 'Reading …' : 'Every module of this project may run already.'}</p>
      ) : (
        <>
          <p>
            This project brings{' '}
            {waiting.length === 1
              ? 'a module of its own. It runs'
              : `${waiting.length} modules of its own. They run`}{' '}
            in workers that reach neither the network nor your files. Still: allow only what you have read, or
            what comes from someone you trust. You are asked again when a text changes.
          </p>
          {waiting.map(({ name, id, text }) => (
            <details key={id} open={waiting.length === 1}>
              <summary>
                <code>{name}</code> <span className="muted small">{id.slice(0, 19)}…</span>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, by keyboard too */}
              <pre className="module-text" tabIndex={0}>
                {text}
              </pre>
            </details>
          ))}
          <div className="dialog-buttons">
            <Button onClick={onClose}>Not now</Button>
            <Button kind="primary" onClick={() => void allow()}>
              {waiting.length === 1 ? 'Allow this module' : 'Allow these modules'}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
