import type { ReactElement } from 'react';
import type { Preflight } from '../../../../main/api/publish/publish-api.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** Whether anything stands against signing, and the next step: always in sight. */
export function PublishFoot({ checked }: { readonly checked: Preflight | undefined }): ReactElement {
  const findings = checked?.findings ?? [];
  const refused = findings.filter(({ standing }) => standing === 'refused').length;
  const look = refused > 0 ? 'fail' : findings.length > 0 ? 'watch' : 'pass';
  return (
    <footer className="publish-foot">
      <p role="status" className={`check-${look}`}>
        {checked !== undefined && (
          <>
            <Icon name={look} />
            {standingWords(refused, findings.length - refused)}
          </>
        )}
      </p>
      {findings.length > 0 && (
        <Button
          kind="quiet"
          onClick={() => document.getElementById('publish-rules')?.scrollIntoView({ block: 'start' })}
        >
          Show rules
        </Button>
      )}
      <NextStep />
    </footer>
  );
}

function standingWords(refused: number, unknown: number): string {
  if (refused > 0)
    return refused === 1 ? '1 rule stands against signing' : `${refused} rules stand against signing`;
  if (unknown === 0) return 'Every rule holds';
  return unknown === 1
    ? 'Ready; 1 rule is the server’s to judge'
    : `Ready; ${unknown} rules are the server’s to judge`;
}

/** By the signer that was chosen. */
function NextStep(): ReactElement {
  const { publishing } = useStudio();
  const kind = useStore(publishing.signer);
  if (kind === 'safe' || kind === 'export')
    return (
      <CommandButton command="publish.export" kind="primary" icon="download">
        {kind === 'safe' ? 'Write the file for owners' : 'Write what is signed'}
      </CommandButton>
    );
  return (
    <CommandButton command="publish.sign" kind="primary" icon="propose">
      {kind === 'browser' ? 'Open in browser to sign' : 'Show what is signed'}
    </CommandButton>
  );
}
