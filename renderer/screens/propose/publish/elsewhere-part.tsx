import { type ReactElement, useId } from 'react';
import { CommandButton } from '../../../state/command-button.tsx';
import { attempt } from '../../../state/perform.ts';
import { saveExported } from '../../../state/publishing/elsewhere.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';

/** What is signed somewhere else: files to hand on, and signatures that come back. */
export function ElsewherePart({ draft }: { readonly draft: string }): ReactElement {
  const studio = useStudio();
  const { publishing } = studio;
  const all = useStore(publishing.exported);
  const safe = useStore(publishing.signer) === 'safe';
  const signatures = useStore(publishing.signatures);
  const onChain = useStore(publishing.onChain);
  const exported = all?.draft === draft ? all : undefined;
  const id = useId();
  return (
    <div className="publish-elsewhere">
      {exported !== undefined && (
        <>
          <dl className="publish-words">
            <div>
              <dt>Id, the hash that is signed</dt>
              <dd className="mono">{exported.id}</dd>
            </div>
            {exported.safeHash !== undefined && (
              <div>
                <dt>Hash that owners see</dt>
                <dd className="mono">{exported.safeHash}</dd>
              </div>
            )}
          </dl>
          <ul className="publish-files">
            {exported.files.map((file) => (
              <li key={file.name}>
                <span className="mono small">{file.name}</span>
                <Button
                  icon="download"
                  aria-label={`Save ${file.name}`}
                  onClick={() => void attempt(studio, () => saveExported(studio, file))}
                >
                  Save
                </Button>
              </li>
            ))}
          </ul>
          <p className="small muted">It has to be signed and sent within six days.</p>
        </>
      )}
      {safe && (
        <label className="publish-check">
          <input
            type="checkbox"
            checked={onChain}
            onChange={({ target }) => publishing.onChain.set(target.checked)}
          />
          The Safe has signed by a transaction: there are no signatures to paste
        </label>
      )}
      {!(safe && onChain) && (
        <div className="publish-field">
          <label htmlFor={id}>{safe ? 'Signatures of the owners' : 'Signature'}</label>
          <textarea
            id={id}
            className="input publish-text mono"
            rows={3}
            spellCheck={false}
            placeholder="0x…"
            value={signatures}
            onChange={({ target }) => publishing.signatures.set(target.value)}
          />
        </div>
      )}
      <CommandButton command="publish.import">Check and publish</CommandButton>
    </div>
  );
}
