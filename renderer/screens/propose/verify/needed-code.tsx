import type { ReactElement } from 'react';
import type { NeededModule } from '../../../../main/api/proposals/proposals-api.ts';
import { attempt } from '../../../state/perform.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { fullNumber } from '../../../ui/number-format.ts';

/** Shows the code that somebody's evidence brings, and asks whether it may run: nothing of it has. */
export function NeededCode({ needs }: { readonly needs: readonly NeededModule[] }): ReactElement {
  const studio = useStudio();
  const { proposals } = studio;
  const allow = () =>
    attempt(studio, async () => {
      proposals.alongside.trust(needs.map(({ id }) => id));
      await proposals.verify(proposals.given.get());
    });
  return (
    <section className="verify-panel" aria-label="Code that it needs">
      <h2>It needs code that is not of this studio</h2>
      <p className="small">
        {needs.length === 1 ? 'It runs' : 'Each runs'} in workers that reach neither the network nor your
        files. Still: trust only what you have read, or a hash that you were told by somebody you trust. It
        counts for every text that needs the same hash, until this window is closed.
      </p>
      {needs.map(({ kind, name, id, text }) => (
        <details key={id} open={needs.length === 1 && kind === 'module'}>
          <summary>
            {kind === 'engine' ? `Engine ${name}, on no list of ours` : <code>{name}</code>}{' '}
            <span className="muted small">{fullNumber(text.length)} characters</span>
            <code className="needed-hash">{id}</code>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, by keyboard too */}
          <pre className="module-text" tabIndex={0}>
            {text}
          </pre>
        </details>
      ))}
      <div className="verify-actions">
        <Button kind="primary" onClick={() => void allow()}>
          {needs.length === 1 ? 'Trust this hash and re-run' : 'Trust these hashes and re-run'}
        </Button>
      </div>
    </section>
  );
}
